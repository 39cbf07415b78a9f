import { readImport } from '@siyu/contract/collect';
import { endpoint } from '../../../../platform/http/index.ts';
import { importDetail } from '../show-import.ts';

export const readImportEndpoint = endpoint(readImport, async ({ platform, actor, params }) =>
  importDetail(platform.postgres.db(), actor.scope, params.import),
);

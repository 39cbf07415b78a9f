import { readImportReach } from '@siyu/contract/channel';
import { endpoint } from '../../../platform/http/index.ts';
import { requireImport, sourceCatalogue } from '../../collect/index.ts';
import { importReach } from '../import-reach.ts';

export const readImportReachEndpoint = endpoint(
  readImportReach,
  async ({ platform, actor, params }) => {
    const db = platform.postgres.db<unknown>();
    const row = await requireImport(db, actor.scope, params.import);
    const { orgId } = await sourceCatalogue(platform.postgres)(row.source_id);
    return importReach(db, { importId: row.import_id, orgId });
  },
);

import { stopImport as route } from '@siyu/contract/collect';
import { endpoint } from '../../../../platform/http/index.ts';
import { recordAudit } from '../../../org/index.ts';
import { stopImport } from '../settle-state.ts';
import { importDetail, requireImport } from '../show-import.ts';

export const stopImportEndpoint = endpoint(route, async ({ platform, actor, params, raw }) => {
  const db = platform.postgres.db<unknown>();
  await stopImport(platform, await requireImport(db, actor.scope, params.import));
  await recordAudit(platform, null, {
    actor,
    action: 'collect.stop_import',
    object: params.import,
    ip: raw.request.ip,
  });
  return importDetail(db, actor.scope, params.import);
});

import { tryImport as route } from '@siyu/contract/collect';
import { endpoint } from '../../../../platform/http/index.ts';
import { ownFile } from '../own-file.ts';
import { tryImport } from '../try-import.ts';

export const tryImportEndpoint = endpoint(route, async ({ platform, actor, body }) => {
  const file = await ownFile(platform, actor, body.file);
  return tryImport(file, body.format ?? file.format, body.mapping, platform.clock.now());
});

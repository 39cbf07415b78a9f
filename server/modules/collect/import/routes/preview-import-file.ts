import { previewImportFile } from '@siyu/contract/collect';
import { endpoint } from '../../../../platform/http/index.ts';
import { nodesById } from '../../../org/index.ts';
import { ownFile } from '../own-file.ts';
import { previewFile } from '../preview-file.ts';

export const previewImportFileEndpoint = endpoint(
  previewImportFile,
  async ({ platform, actor, params, body }) => {
    const file = await ownFile(platform, actor, params.file);
    const { rootId } = actor.scope;
    const node = (await nodesById(platform.postgres.db(), [rootId])).get(rootId);
    const place = {
      timezone: node?.timezone ?? 'Asia/Shanghai',
      currency: node?.currency ?? 'CNY',
    };
    return previewFile(platform, file, place, body);
  },
);

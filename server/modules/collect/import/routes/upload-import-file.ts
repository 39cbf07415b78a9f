import { uploadImportFile } from '@siyu/contract/collect';
import { endpoint, problem } from '../../../../platform/http/index.ts';
import { receiveFile } from '../receive-file.ts';
import { showFile } from '../show-import.ts';

export const uploadImportFileEndpoint = endpoint(
  uploadImportFile,
  async ({ platform, actor, query, raw }) => {
    const bytes = raw.request.body as NodeJS.ReadableStream | undefined;
    if (bytes === undefined) throw problem('collect.import_file_empty', { file: query.name });
    return showFile(await receiveFile(platform, { name: query.name, bytes, by: actor.id }));
  },
);

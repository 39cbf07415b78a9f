import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { publicId } from '../../../platform/crypto/index.ts';
import { problem } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { detectFormat } from './read/detect-format.ts';
import { ImportFault } from './read/import-fault.ts';
import { insertFile } from './store/insert-file.ts';
import type { FileRow } from './tables.ts';

/** Where uploaded files lie until they are deleted. */
const uploadFolder = (platform: Platform): string => join(platform.config.home, 'imports');

/**
 * Writes an upload to the server's disk as it comes, and finds out how to read it. Nothing is left behind when it is refused.
 * Throws `collect.import_file_too_large`, `collect.import_file_empty`, `collect.import_file_unreadable`.
 */
export async function receiveFile(
  platform: Platform,
  upload: { readonly name: string; readonly bytes: NodeJS.ReadableStream; readonly by: string },
): Promise<FileRow> {
  const id = publicId('ifl');
  const path = join(uploadFolder(platform), id);
  await mkdir(uploadFolder(platform), { recursive: true, mode: 0o700 });
  try {
    const { bytes, sha256 } = await write(upload.bytes, path, platform.config.fileBytes);
    if (bytes === 0) throw problem('collect.import_file_empty', { file: upload.name });
    const file = {
      publicId: id,
      name: upload.name,
      bytes,
      sha256,
      path,
      format: await detectFormat(path),
      uploadedBy: upload.by,
    };
    return await insertFile(platform.postgres.db<unknown>(), file, platform.clock.now());
  } catch (error) {
    await rm(path, { force: true });
    throw error instanceof ImportFault ? unreadable(upload.name, error) : error;
  }
}

/** The fault of a file as an error of the interface. */
export const unreadable = (file: string, { zh, message }: ImportFault) =>
  problem('collect.import_file_unreadable', { file, reason: { zh, en: message } });

async function write(
  source: NodeJS.ReadableStream,
  path: string,
  limit: number,
): Promise<{ readonly bytes: number; readonly sha256: Buffer }> {
  const sha256 = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) done(problem('collect.import_file_too_large', { limit }));
      else {
        sha256.update(chunk);
        done(null, chunk);
      }
    },
  });
  await pipeline(source, count, createWriteStream(path, { mode: 0o600, flush: true }));
  return { bytes, sha256: sha256.digest() };
}

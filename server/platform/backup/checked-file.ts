import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { EngineError } from '../engines/engine-error.ts';
import type { BackupFile } from './manifest.ts';

/** Writes a stream to `folder/path` compressed with zstd, and says what lies there now. */
export async function writeCompressed(
  source: Readable,
  folder: string,
  path: string,
): Promise<BackupFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const target = createWriteStream(join(folder, path), { mode: 0o600, flush: true });
  await pipeline(source, createZstdCompress(), measure, target);
  return { path, bytes, sha256: hash.digest('hex') };
}

export async function readCompressed(
  folder: string,
  path: string,
  target: Writable,
): Promise<void> {
  await pipeline(createReadStream(join(folder, path)), createZstdDecompress(), target);
}

/** Every file below `folder/part`, measured. */
export async function measureFolder(folder: string, part: string): Promise<BackupFile[]> {
  const names = readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const files: BackupFile[] = [];
  for (const path of names) files.push(await measure(folder, path));
  return files;
}

/** Refuses a backup of which a file is missing or not as it was written, before anything is restored. */
export async function checkFiles(folder: string, files: readonly BackupFile[]): Promise<void> {
  for (const file of files) {
    const found = await measure(folder, file.path).catch(() => undefined);
    if (found?.sha256 === file.sha256) continue;
    throw new EngineError(
      `The backup in ${folder} is damaged: ${file.path} ${found ? 'is not as it was written' : 'cannot be read'}. Take another copy of the backup; nothing was restored.`,
    );
  }
}

async function measure(folder: string, path: string): Promise<BackupFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(join(folder, path)) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

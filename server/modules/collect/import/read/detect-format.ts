import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import type { FileFormat } from '@siyu/contract/collect';
import { guessDelimiter, isJsonLines } from '@siyu/engine/import';
import { ImportFault } from './import-fault.ts';

const sampleBytes = 256 * 1024;

/** Finds out how a file is to be read, by its first part. Throws `ImportFault`. */
export async function detectFormat(path: string): Promise<FileFormat> {
  const head = await headOf(path);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  const bytes = gzip ? await unpackHead(head) : head;
  refuseBinary(bytes);
  const encoding = isUtf8(bytes) ? 'utf-8' : 'gb18030';
  const sample = new TextDecoder(encoding).decode(bytes);
  if (isJsonLines(sample)) return { type: 'jsonl', encoding, gzip, delimiter: ',', header: true };
  return { type: 'csv', encoding, gzip, delimiter: guessDelimiter(sample), header: true };
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The first part of what a .gz holds; its end may be missing, for the head is cut somewhere. */
async function unpackHead(head: Buffer): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    const plain = Readable.from([head]).pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }));
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= sampleBytes) break;
    }
  } catch {
    throw new ImportFault('it is damaged as .gz', '.gz 文件已损坏');
  }
  return Buffer.concat(chunks).subarray(0, sampleBytes);
}

/** Valid, but for a character that the end of the sample cuts. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function refuseBinary(bytes: Buffer): void {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) {
    throw new ImportFault(
      'it is an Excel or zip file; save it as CSV (UTF-8)',
      '这是 Excel 或 zip 文件，请另存为 CSV（UTF-8）',
    );
  }
  if (bytes.subarray(0, 4096).includes(0)) {
    throw new ImportFault('it is no text in UTF-8 or GB18030', '不是 UTF-8 或 GB18030 文本');
  }
}

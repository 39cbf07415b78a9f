import { createReadStream } from 'node:fs';
import { mkdir, open, rm, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RowProblem, RowProblemCode } from '@siyu/contract/collect';
import type { Platform } from '../../../platform/platform.ts';

/** A refused row as it lies in the error file: the only place that keeps the row's own values. */
export interface RefusedRow extends RowProblem {
  readonly code: RowProblemCode;
  readonly cells: readonly string[];
}

/** The error file of an import: one JSON object a line, in the order of the files. */
export const errorFilePath = (platform: Platform, importId: string): string =>
  join(platform.config.home, 'imports', 'errors', `${importId}.jsonl`);

/** Appends refused rows and makes them durable. Returns the bytes written. */
export async function appendRefused(path: string, refused: readonly RefusedRow[]): Promise<number> {
  if (refused.length === 0) return 0;
  const lines = Buffer.from(refused.map((row) => `${JSON.stringify(row)}\n`).join(''));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(path, 'a', 0o600);
  try {
    await handle.writeFile(lines);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  return lines.length;
}

/** Cuts off what a run wrote after its last checkpoint: a resumed run writes it again. */
export async function cutErrorFile(path: string, bytes: number): Promise<void> {
  if (bytes === 0) await rm(path, { force: true });
  else await truncate(path, bytes);
}

/** Refused rows from a byte on, each with the byte after it. Ends at once when the file has been deleted. */
export async function* refusedRows(
  path: string,
  from: number,
  end: number,
): AsyncGenerator<{ readonly row: RefusedRow; readonly next: number }> {
  if (from >= end) return;
  let rest = Buffer.alloc(0);
  let next = from;
  const bytes = createReadStream(path, { start: from, end: end - 1 }) as AsyncIterable<Buffer>;
  try {
    for await (const chunk of bytes) {
      rest = Buffer.concat([rest, chunk]);
      for (let line = rest.indexOf(10); line >= 0; line = rest.indexOf(10)) {
        next += line + 1;
        yield { row: JSON.parse(rest.subarray(0, line).toString()) as RefusedRow, next };
        rest = rest.subarray(line + 1);
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

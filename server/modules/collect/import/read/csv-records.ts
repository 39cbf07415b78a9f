import type { FileFormat } from '@siyu/contract/collect';
import Papa from 'papaparse';
import { ImportFault } from './import-fault.ts';
import { openText } from './open-text.ts';

/** A record longer than this is a quote that was never closed. */
const longestRecord = 1024 ** 2;

/** What Papa Parse's parser, which its types leave open, gives for a piece of text. */
interface ParsedPiece {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code: string }[];
  /** Where the first record begins that the piece does not hold whole. */
  readonly meta: { readonly cursor: number };
}

/**
 * The records of a CSV file in batches, header included; an empty line is a record of one empty cell, so that the n-th
 * record is the n-th row of a spreadsheet. Quotes inside an unquoted cell are taken as they are. Throws `ImportFault`.
 *
 * The parser is fed piece by piece, not used as a stream: measured on Online Retail that is five times as fast as a
 * parser in a chain of streams (540,000 rows/s against 100,000).
 */
export async function* csvRecords(
  path: string,
  format: FileFormat,
): AsyncGenerator<readonly string[][]> {
  const parser = new Papa.Parser({ delimiter: format.delimiter, newline: '\n' });
  const text = openText(path, format);
  let rest = '';
  let records = 0;
  const unclosed = () =>
    new ImportFault(
      `a quote in or after row ${records + 1} is never closed`,
      `第 ${records + 1} 行或其后有未闭合的引号`,
    );
  try {
    for await (const chunk of oneLineEnd(text)) {
      const piece = rest + chunk;
      const { data, meta }: ParsedPiece = parser.parse(piece, 0, true);
      rest = piece.slice(meta.cursor);
      if (rest.length > longestRecord) throw unclosed();
      if (data.length === 0) continue;
      records += data.length;
      yield data;
    }
    if (rest === '') return;
    const { data, errors }: ParsedPiece = parser.parse(rest, 0, false);
    if (errors.some(({ code }) => code === 'MissingQuotes')) throw unclosed();
    yield rest.endsWith('\n') ? data.slice(0, -1) : data;
  } finally {
    text.destroy();
  }
}

/** Windows' and old Macs' line ends as `\n`, also where a file mixes them and where a chunk ends between two of them. */
async function* oneLineEnd(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const read of text) {
    const chunk = held + read;
    held = chunk.endsWith('\r') ? '\r' : '';
    const whole = held ? chunk.slice(0, -1) : chunk;
    yield whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  }
  if (held) yield '\n';
}

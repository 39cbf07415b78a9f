import type { FileFormat } from '@siyu/contract/collect';
import { CsvError, parse } from 'csv-parse';
import { ImportFault } from './import-fault.ts';
import { openText } from './open-text.ts';

/** A record longer than this is a quote that was never closed. */
const longestRecordBytes = 1024 ** 2;

/**
 * The records of a CSV file, header included; an empty line is a record of one empty cell, so that the n-th record is
 * the n-th row of a spreadsheet. Quotes inside an unquoted cell are taken as they are. Throws `ImportFault`.
 */
export async function* csvRecords(path: string, format: FileFormat): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter: format.delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRecordBytes,
    bom: true,
  });
  const text = openText(path, format);
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let records = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      records += 1;
      yield record;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportFault(
      `a quote in or after row ${records + 1} is never closed`,
      `第 ${records + 1} 行或其后有未闭合的引号`,
    );
  } finally {
    text.destroy();
  }
}

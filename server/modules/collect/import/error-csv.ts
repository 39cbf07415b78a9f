import { Readable } from 'node:stream';
import { rowProblems } from '@siyu/contract/collect';
import { stringify } from 'csv-stringify';
import { type RefusedRow, refusedRows } from './error-file.ts';

/**
 * The error file as people mend it: a CSV with file, row, column, reason, what to do, then the row's cells as they were.
 * Starts with a byte order mark, by which Excel knows that it is UTF-8.
 */
export function errorCsv(
  path: string,
  end: number,
  fileNames: readonly string[],
  locale: 'zh-CN' | 'en-US',
): Readable {
  const header =
    locale === 'zh-CN'
      ? ['文件', '行', '列', '原因', '如何修改', '原始内容']
      : ['file', 'row', 'column', 'reason', 'how to mend it', 'original cells'];
  async function* lines() {
    yield header;
    for await (const { row } of refusedRows(path, 0, end)) yield lineOf(row, fileNames, locale);
  }
  return Readable.from(lines()).pipe(
    stringify({ bom: true, record_delimiter: 'windows', escape_formulas: true }),
  );
}

function lineOf(
  row: RefusedRow,
  fileNames: readonly string[],
  locale: 'zh-CN' | 'en-US',
): string[] {
  const text = rowProblems[row.code];
  const isChinese = locale === 'zh-CN';
  const fill = (sentence: string) =>
    sentence.replace('{column}', row.column ?? '').replace('{value}', row.value);
  return [
    fileNames[row.file] ?? '',
    String(row.row),
    row.column ?? '',
    fill(isChinese ? text.zh : text.en),
    fill(isChinese ? text.mendZh : text.mendEn),
    ...row.cells,
  ];
}

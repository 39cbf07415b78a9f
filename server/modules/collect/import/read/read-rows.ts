import type { FileFormat } from '@siyu/contract/collect';
import type { Row, RowFault } from '@siyu/engine/import';
import { csvRecords } from './csv-records.ts';
import { cellOfObject, columnsOfObject, jsonRecords } from './json-records.ts';

/** A file open for reading: its columns, then its rows. A row that cannot be read comes as a fault in its place. */
export interface OpenFile {
  readonly columns: readonly string[];
  readonly rows: AsyncGenerator<Row | RowFault>;
}

const previewObjects = 100;

/**
 * Opens a file. CSV columns come from the header (empty names become `#3`, a repeated name gets ` (2)`); those of JSON
 * Lines are `wanted`, or else the keys of the first 100 objects. Empty rows are passed over, but counted.
 * Throws `ImportFault`; a file without a header has no columns.
 */
export async function openRows(
  path: string,
  format: FileFormat,
  file: number,
  wanted?: readonly string[],
): Promise<OpenFile> {
  return format.type === 'csv' ? openCsv(path, format, file) : openJson(path, format, file, wanted);
}

async function openCsv(path: string, format: FileFormat, file: number): Promise<OpenFile> {
  const records = csvRecords(path, format);
  const first = await records.next();
  if (first.done) return { columns: [], rows: none() };
  const columns = format.header
    ? namesOf(first.value)
    : first.value.map((_cell, index) => `${index + 1}`);
  return {
    columns,
    rows: csvRows(records, format.header ? undefined : first.value, columns.length, file),
  };
}

async function* none(): AsyncGenerator<never> {}

async function* csvRows(
  records: AsyncGenerator<string[]>,
  first: string[] | undefined,
  width: number,
  file: number,
): AsyncGenerator<Row | RowFault> {
  let row = 1;
  if (first) yield { file, row, cells: first };
  for await (const cells of records) {
    row += 1;
    if (isEmpty(cells)) continue;
    const isTooWide = cells.length > width && !isEmpty(cells.slice(width));
    yield isTooWide
      ? { file, row, column: null, code: 'columns_too_many', value: `${cells.length} > ${width}` }
      : { file, row, cells };
  }
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function namesOf(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim().slice(0, 200) || `#${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

async function openJson(
  path: string,
  format: FileFormat,
  file: number,
  wanted: readonly string[] | undefined,
): Promise<OpenFile> {
  const columns = wanted ?? (await columnsOfFirst(path, format));
  return { columns, rows: jsonRows(path, format, columns, file) };
}

async function columnsOfFirst(path: string, format: FileFormat): Promise<string[]> {
  const columns = new Set<string>();
  let objects = 0;
  for await (const record of jsonRecords(path, format)) {
    if (record === null || 'unreadable' in record) continue;
    for (const column of columnsOfObject(record)) columns.add(column);
    objects += 1;
    if (objects === previewObjects) break;
  }
  return [...columns];
}

async function* jsonRows(
  path: string,
  format: FileFormat,
  columns: readonly string[],
  file: number,
): AsyncGenerator<Row | RowFault> {
  let row = 0;
  for await (const record of jsonRecords(path, format)) {
    row += 1;
    if (record === null) continue;
    yield 'unreadable' in record
      ? { file, row, column: null, code: 'row_unreadable', value: String(record.unreadable) }
      : { file, row, cells: columns.map((column) => cellOfObject(record, column)) };
  }
}

import type { FileFormat } from '@siyu/contract/collect';
import type { Row, RowFault } from '@siyu/engine/import';
import { csvRecords } from './csv-records.ts';
import { cellOfObject, columnsOfObject, jsonRecords } from './json-records.ts';

/** A row, or in its place why it cannot be read. */
export type ReadRow = Row | RowFault;

/** A file open for reading: its columns, then its rows in batches. */
export interface OpenFile {
  readonly columns: readonly string[];
  readonly rows: AsyncGenerator<readonly ReadRow[]>;
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
  const batches = csvRecords(path, format);
  const first = await batches.next();
  const [header, ...others] = first.done ? [] : first.value;
  if (!header) return { columns: [], rows: none() };
  const columns = format.header ? namesOf(header) : header.map((_cell, index) => `${index + 1}`);
  const start = format.header
    ? { row: 1, records: others }
    : { row: 0, records: [header, ...others] };
  return { columns, rows: csvRows(batches, start, columns.length, file) };
}

async function* none(): AsyncGenerator<never> {}

async function* csvRows(
  batches: AsyncGenerator<readonly string[][]>,
  start: { readonly row: number; readonly records: readonly string[][] },
  width: number,
  file: number,
): AsyncGenerator<readonly ReadRow[]> {
  let { row } = start;
  const read = (records: readonly string[][]): ReadRow[] => {
    const rows: ReadRow[] = [];
    for (const cells of records) {
      row += 1;
      if (isEmpty(cells)) continue;
      const isTooWide = cells.length > width && !isEmpty(cells.slice(width));
      const value = `${cells.length} > ${width}`;
      rows.push(
        isTooWide
          ? { file, row, column: null, code: 'columns_too_many', value }
          : { file, row, cells },
      );
    }
    return rows;
  };
  yield read(start.records);
  for await (const records of batches) yield read(records);
}

const isEmpty = (cells: readonly string[]): boolean => {
  const first = cells[0];
  // Almost every row has a first cell: the others need no look.
  return (first === undefined || first.trim() === '') && cells.every((cell) => cell.trim() === '');
};

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
  for await (const records of jsonRecords(path, format)) {
    for (const record of records) {
      if (record === null || 'unreadable' in record) continue;
      for (const column of columnsOfObject(record)) columns.add(column);
      objects += 1;
      if (objects === previewObjects) return [...columns];
    }
  }
  return [...columns];
}

async function* jsonRows(
  path: string,
  format: FileFormat,
  columns: readonly string[],
  file: number,
): AsyncGenerator<readonly ReadRow[]> {
  let row = 0;
  for await (const records of jsonRecords(path, format)) {
    const rows: ReadRow[] = [];
    for (const record of records) {
      row += 1;
      if (record === null) continue;
      rows.push(
        'unreadable' in record
          ? { file, row, column: null, code: 'row_unreadable', value: String(record.unreadable) }
          : { file, row, cells: columns.map((column) => cellOfObject(record, column)) },
      );
    }
    yield rows;
  }
}

import type { ValueType } from '@siyu/contract/collect';
import { decimalText } from './read-number.ts';
import { createTimeReader, type DateOrder } from './read-time.ts';
import { booleanOf } from './read-value.ts';

const readDayFirst = createTimeReader('UTC', 'dmy');
const readMonthFirst = createTimeReader('UTC', 'mdy');

/** What a column's filled cells seem to be. Ids (leading zeros, eleven digits and more) stay text: they are no amounts. */
export function guessType(cells: readonly string[]): ValueType {
  if (cells.length === 0) return 'text';
  const isId = (cell: string) => /^0\d/.test(cell) || /^\d{11,}$/.test(cell);
  if (cells.every((cell) => booleanOf(cell) !== null) && new Set(cells).size <= 2) {
    return cells.every((cell) => /^[01]$/.test(cell)) && new Set(cells).size < 2
      ? 'number'
      : 'boolean';
  }
  if (cells.every((cell) => decimalText(cell) !== null && !isId(cell))) return 'number';
  if (cells.every((cell) => /\D|^\d{14}$|^\d{13}$/.test(cell) && dateOrderOf([cell]) !== null))
    return 'time';
  const listed = cells.filter((cell) => /[;；|、]/.test(cell)).length;
  return listed * 2 > cells.length ? 'list' : 'text';
}

/** The order of day and month under which every cell is a time; null when there is none. Day first where both fit. */
export function dateOrderOf(cells: readonly string[]): DateOrder | null {
  if (cells.every((cell) => readDayFirst(cell) !== null)) return 'dmy';
  return cells.every((cell) => readMonthFirst(cell) !== null) ? 'mdy' : null;
}

/** True when the cells can only be read once somebody says whether the day or the month comes first. */
export function isOrderOpen(cells: readonly string[]): boolean {
  return cells.some((cell) => /^\d{1,2}\D\d{1,2}\D\d{2,4}\b/.test(cell));
}

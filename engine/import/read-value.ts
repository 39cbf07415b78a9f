import type { ValueType } from '@siyu/contract/collect';
import { decimalText } from './read-number.ts';
import { CellFault } from './row.ts';

const yes = new Set(['1', 'true', 'yes', 'y', 't', '是', '有', '已', '同意', '开', '开启']);
const no = new Set(['0', 'false', 'no', 'n', 'f', '否', '无', '未', '不同意', '关', '关闭']);

/** True, false, or null when the cell says neither. */
export function booleanOf(cell: string): boolean | null {
  const word = cell.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}

/** Reads a cell as a value of a type. Throws `CellFault`. Times come out as ISO 8601 UTC. */
export function readValue(
  cell: string,
  type: ValueType,
  time: (text: string) => number | null,
  column: string,
): string | number | boolean | readonly string[] {
  switch (type) {
    case 'text':
      return cell;
    case 'number': {
      const decimal = decimalText(cell);
      if (decimal === null) throw new CellFault('number_invalid', cell, column);
      return Number(decimal);
    }
    case 'boolean': {
      const value = booleanOf(cell);
      if (value === null) throw new CellFault('boolean_invalid', cell, column);
      return value;
    }
    case 'time': {
      const at = time(cell);
      if (at === null) throw new CellFault('time_invalid', cell, column);
      return new Date(at).toISOString();
    }
    case 'list':
      return cell
        .split(/[,，;；|、]/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
  }
}

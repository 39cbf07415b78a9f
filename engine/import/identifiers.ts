import type { StatedIdentifier } from '@siyu/contract/collect';
import { normaliseIdentifier, type Refusal } from '../identity/index.ts';
import { cellOf, type Plan } from './plan.ts';
import { CellFault, type Row } from './row.ts';

const codeOf = {
  empty: 'identifier_missing',
  masked: 'identifier_masked',
  malformed: 'identifier_invalid',
  too_long: 'identifier_invalid',
  junk: 'identifier_junk',
} as const satisfies Record<Refusal, string>;

/** Spreadsheets turn ids into floating numbers: `17850.0` was `17850`. */
const unfloat = (cell: string): string =>
  /^\d+\.0+$/.test(cell) ? cell.slice(0, cell.indexOf('.')) : cell;

/**
 * The identifiers that the rows of one object state. A bad one is left out while another holds; when all are bad the
 * first one's fault is thrown, and `identifier_missing` when there is none — unless `canBeAnonymous`.
 */
export function identifiersOf(
  plan: Plan,
  rows: readonly Row[],
  canBeAnonymous = false,
): readonly StatedIdentifier[] {
  const found: StatedIdentifier[] = [];
  let fault: CellFault | undefined;
  for (const use of plan.identifiers) {
    let last = '';
    for (const row of rows) {
      const cell = unfloat(cellOf(use, row));
      if (cell === '' || cell === last) continue;
      last = cell;
      if (found.some(({ kind, value }) => kind === use.kind && value === cell)) continue;
      const normal = normaliseIdentifier(use.kind, cell);
      if ('value' in normal) found.push({ kind: use.kind, value: cell });
      else fault ??= new CellFault(codeOf[normal.refused], cell, use.column);
    }
  }
  if (found.length > 0 || canBeAnonymous) return found;
  throw fault ?? new CellFault('identifier_missing', '', plan.identifiers[0]?.column ?? null);
}

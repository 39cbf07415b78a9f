import type { ColumnGuess, ColumnUse, ImportKind, ImportMapping } from '@siyu/contract/collect';
import { isPersonalName } from '../privacy/index.ts';
import { dateOrderOf, guessType, isOrderOpen } from './guess-type.ts';
import { targetOfHeader } from './header-names.ts';
import { statusValues } from './status-words.ts';
import { targetOf } from './target.ts';

/** What a file seems to be about, by the targets that its headers suggest. */
export function guessKind(columns: readonly string[]): ImportKind {
  const targets = new Set(columns.map(targetOfHeader));
  const hasMoney = ['line.sku', 'line.unit_price', 'line.amount', 'order.total'].some((target) =>
    targets.has(target),
  );
  if (targets.has('order.number') && hasMoney) return 'orders';
  return targets.has('event.name') ? 'events' : 'people';
}

/** Judges every column of a preview: type, fill, samples, and the use that suggests itself. */
export function guessColumns(
  kind: ImportKind,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnGuess[] {
  const taken = new Set<string>();
  return columns.map((column, at) => {
    const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    const type = guessType(cells);
    const suggestion = suggestUse(kind, column, cells, type, taken);
    if (suggestion) taken.add(suggestion.target);
    return {
      column,
      type,
      filled: rows.length === 0 ? 0 : Math.round((cells.length / rows.length) * 10_000),
      samples: [...new Set(cells)].slice(0, 3),
      suggestion,
    };
  });
}

/** The mapping that the suggestions make up. */
export function suggestMapping(
  kind: ImportKind,
  guesses: readonly ColumnGuess[],
  place: { readonly timezone: string; readonly currency: string },
): ImportMapping {
  return {
    kind,
    columns: guesses.flatMap(({ suggestion }) => (suggestion ? [suggestion] : [])),
    timezone: place.timezone,
    ...(kind === 'orders'
      ? { currency: place.currency, documents: { negativeIsRefund: true } }
      : {}),
  };
}

function suggestUse(
  kind: ImportKind,
  column: string,
  cells: readonly string[],
  type: ColumnGuess['type'],
  taken: ReadonlySet<string>,
): ColumnUse | null {
  const target = [targetOfHeader(column), targetOfCells(cells), ownTarget(kind, column)]
    .map((candidate) => forKind(kind, candidate))
    .find((candidate) => candidate !== null && !taken.has(candidate));
  if (!target) return null;
  const isValue = target.startsWith('trait.') || target.startsWith('property.');
  const valueType = isValue && !isPersonalName(target) && type !== 'text' ? { type } : {};
  const isTime = type === 'time' && isOrderOpen(cells);
  const order = isTime ? dateOrderOf(cells) : null;
  const values = target === 'order.status' ? statusValues(cells) : {};
  return {
    column,
    target,
    ...valueType,
    ...(order ? { dateOrder: order } : {}),
    ...(Object.keys(values).length > 0 ? { values } : {}),
  };
}

/** A header may mean one thing in one kind of file and its like in another: an order's time is an event's time. */
function forKind(kind: ImportKind, target: string | null): string | null {
  if (target === null) return null;
  const like: Readonly<Record<string, string>> =
    kind === 'events'
      ? {
          'order.time': 'event.time',
          time: 'event.time',
          'order.store': 'org',
          'order.channel': 'property.channel',
          'order.number': 'property.order_id',
          'line.sku': 'property.product',
          'line.category': 'property.category',
          'order.total': 'property.revenue',
          'line.amount': 'property.revenue',
        }
      : kind === 'people'
        ? { 'order.time': 'time', 'event.time': 'time', 'order.store': 'org' }
        : { 'event.time': 'order.time', time: 'order.time', org: 'order.store' };
  const meant = like[target] ?? target;
  return targetOf(kind, meant) ? meant : null;
}

/** Phones and emails show themselves whatever the header says. */
function targetOfCells(cells: readonly string[]): string | null {
  if (cells.length === 0) return null;
  if (cells.every((cell) => /^(\+?86[- ]?)?1[3-9]\d[- ]?[\d*]{4}[- ]?\d{4}$/.test(cell)))
    return 'identifier.phone';
  return cells.every((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)) ? 'identifier.email' : null;
}

/** A plain header becomes a trait or property of its own name; in order files unknown columns are left out. */
function ownTarget(kind: ImportKind, column: string): string | null {
  const name = column
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
  if (kind === 'orders' || !/^[a-z][a-z0-9_]{0,63}$/.test(name)) return null;
  return kind === 'events' ? `property.${name}` : `trait.${name}`;
}

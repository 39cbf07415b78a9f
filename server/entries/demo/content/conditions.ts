import type { EventLeaf, PropertyFilter, Rule } from '@siyu/contract/segment';

type Window = EventLeaf['window'];

export const ever: Window = { kind: 'ever' };
export const lastDays = (days: number): Window => ({ kind: 'last', days });
export const daysAgo = (least: number, most: number): Window => ({ kind: 'ago', least, most });

/** Did one of these events at least `times` times in the window. */
export const did = (
  events: string | readonly string[],
  window: Window,
  times = 1,
  where: readonly PropertyFilter[] = [],
): Rule => ({
  kind: 'event',
  events: typeof events === 'string' ? [events] : [...events],
  window,
  ...(where.length > 0 ? { where: [...where] } : {}),
  measure: { of: 'count' },
  test: { op: 'gte', value: times },
});

export const not = (of: Rule): Rule => ({ kind: 'not', of });
export const all = (...of: readonly Rule[]): Rule => ({ kind: 'and', of });
export const any = (...of: readonly Rule[]): Rule => ({ kind: 'or', of });

/** Net spending in the window is at least so many fen. */
export const spent = (window: Window, fen: number): Rule => ({
  kind: 'event',
  events: ['order_placed', 'order_refunded', 'order_corrected'],
  window,
  measure: { of: 'sum', property: { in: 'column', name: 'revenue' } },
  test: { op: 'gte', value: fen },
});

export const isMember: Rule = { kind: 'identifier', identifier: 'user_id' };

export const inCategory = (path: string): PropertyFilter => ({
  property: { in: 'column', name: 'category' },
  test: { op: 'starts', value: path },
});

export const traitIs = (trait: string, ...values: readonly string[]): Rule => ({
  kind: 'trait',
  trait,
  test: { op: 'in', values: [...values] },
});

import type { ReactNode } from 'react';

/** One column of a list; on a phone, one line of a card. */
export interface Column<Item> {
  readonly key: string;
  readonly title: string;
  readonly render: (item: Item) => ReactNode;
  readonly align?: 'left' | 'right';
  readonly width?: number;
  /** `title`: the card's first line; `corner`: right of it; `line`: a labelled line (default); `hidden`: not on phones. */
  readonly phone?: 'title' | 'corner' | 'line' | 'hidden';
  /** Not shown until the user asks for it. */
  readonly optional?: boolean;
}

const storageKey = (table: string) => `siyu.columns.${table}`;

/** The columns the user has switched on or off for a table, remembered in the browser. */
export function rememberedColumns(
  table: string,
  columns: readonly Column<never>[],
): readonly string[] {
  const stored = localStorage.getItem(storageKey(table));
  if (stored !== null) return stored.split(',');
  return columns.filter((column) => !column.optional).map((column) => column.key);
}

export function rememberColumns(table: string, keys: readonly string[]): void {
  localStorage.setItem(storageKey(table), keys.join(','));
}

import i18next from 'i18next';
import { formatDay } from './format/index.ts';

export interface ValueContext {
  readonly locale: string;
  readonly zone: string | undefined;
  /** The name of a channel; undefined when it is none. */
  channel(code: string): string | undefined;
  /** The name of an organisation node; undefined when it is none. */
  org(code: string): string | undefined;
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const places = ['store', 'org', 'favourite_store'];

/** A value as a person reads it: 是 for true, 已完成 for a status, 杭州西湖店 for a store's code, a day for an instant. */
export function valueWords(key: string, value: unknown, context: ValueContext): string {
  if (typeof value === 'boolean') return i18next.t(value ? 'rule:yes' : 'rule:no');
  if (Array.isArray(value)) return value.map((each) => valueWords(key, each, context)).join('、');
  if (typeof value !== 'string') return String(value);
  if (instant.test(value)) return formatDay(new Date(value), context.locale, context.zone);
  if (places.includes(key)) return context.org(value) ?? value;
  const path = `words:${key}.${value.toLowerCase()}`;
  if (i18next.exists(path)) return i18next.t(path);
  return context.channel(value) ?? value;
}

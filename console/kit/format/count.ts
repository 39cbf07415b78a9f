/** The largest number that is written out in full before it is shortened to 万 or K. */
const writtenOut = 10_000;

/**
 * A number as operators read it: 万 and 亿 in Chinese, K, M and B in English, three significant digits from ten
 * thousand on.
 *
 * @example
 * formatCount(1_234_567, 'zh-CN') // '123万'
 * formatCount(1_234_567, 'en-US') // '1.23M'
 * formatCount(9_876, 'zh-CN') // '9,876'
 */
export function formatCount(value: number, locale: string): string {
  if (Math.abs(value) < writtenOut) return formatExact(value, locale);
  return new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumSignificantDigits: 3,
  }).format(value);
}

/** Every digit, grouped: what the hover over a shortened number says. */
export function formatExact(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

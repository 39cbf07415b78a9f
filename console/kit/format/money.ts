/** How many decimals a currency has: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  const options = new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

/**
 * Money from integer minor units.
 *
 * @example
 * formatMoney(129_900, 'CNY', 'zh-CN') // '¥1,299.00'
 * formatMoney(1_299, 'JPY', 'en-US') // '¥1,299'
 */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}

/**
 * Money shortened for boards, three significant digits from ten thousand major units on.
 *
 * @example
 * formatMoneyShort(1_234_567_890, 'CNY', 'zh-CN') // '¥1230万'
 */
export function formatMoneyShort(minor: number, currency: string, locale: string): string {
  const major = minor / 10 ** minorDigits(currency);
  if (Math.abs(major) < 10_000) return formatMoney(minor, currency, locale);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumSignificantDigits: 3,
    minimumFractionDigits: 0,
  }).format(major);
}

/**
 * A share given in basis points.
 *
 * @example
 * formatShare(1234, 'zh-CN') // '12.3%'
 */
export function formatShare(basisPoints: number, locale: string): string {
  return formatRatio(basisPoints / 10_000, locale);
}

/** A share given as part of a whole; `null` (nothing to divide by) reads as a dash. */
export function formatRatio(ratio: number | null, locale: string): string {
  if (ratio === null || !Number.isFinite(ratio)) return '—';
  const digits = Math.abs(ratio) >= 0.1 || ratio === 0 ? 1 : 2;
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: digits,
  }).format(ratio);
}

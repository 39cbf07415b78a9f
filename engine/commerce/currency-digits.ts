const known = new Map<string, number>();

/** Decimal places of a currency's minor unit (CNY 2, JPY 0, KWD 3), by ISO 4217 as the runtime knows it; 2 if unknown. */
export function currencyDigits(currency: string): number {
  let digits = known.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    known.set(currency, digits);
  }
  return digits;
}

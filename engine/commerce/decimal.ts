/** A decimal number as `units × 10^-scale`, exactly. */
interface Exact {
  readonly units: bigint;
  readonly scale: number;
}

const shape = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

function exactOf(text: string): Exact | null {
  const parts = shape.exec(text);
  if (!parts) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  if (whole === '' && fraction === '') return null;
  const units = BigInt(whole + fraction);
  const scale = fraction.length - Number(exponent);
  const signed = sign === '-' ? -units : units;
  return scale >= 0
    ? { units: signed, scale }
    : { units: signed * 10n ** BigInt(-scale), scale: 0 };
}

/** `units × 10^-scale` in minor units of `digits` places, rounded half away from zero; null beyond ±2^53. */
function round({ units, scale }: Exact, digits: number): number | null {
  const surplus = scale - digits;
  let minor = units;
  if (surplus < 0) minor = units * 10n ** BigInt(-surplus);
  else if (surplus > 0) {
    const divisor = 10n ** BigInt(surplus);
    const size = units < 0n ? -units : units;
    const rounded = (size * 2n + divisor) / (divisor * 2n);
    minor = units < 0n ? -rounded : rounded;
  }
  const number = Number(minor);
  return Number.isSafeInteger(number) ? number : null;
}

/**
 * An amount written as a decimal number, in minor units; null when it is no number or too large to be exact.
 *
 * @example minorOf('11062.06', 2) // 1106206
 * @example minorOf('-0.005', 2)   // -1
 */
export function minorOf(text: string, digits: number): number | null {
  const exact = exactOf(text);
  return exact && round(exact, digits);
}

/**
 * quantity × unit price in minor units, rounded half away from zero; null when not exact within ±2^53.
 *
 * @example timesPrice(1, '0.001', 2)   // 0
 * @example timesPrice(-3, '2.555', 2)  // -767
 */
export function timesPrice(quantity: number, unitPrice: string, digits: number): number | null {
  const quick = Number.isSafeInteger(quantity) ? priceInDigits(unitPrice, digits) : null;
  if (quick !== null) {
    const product = quantity * quick;
    if (Number.isSafeInteger(product)) return product === 0 ? 0 : product;
  }
  const price = exactOf(unitPrice);
  const count = exactOf(String(quantity));
  if (!price || !count) return null;
  return round({ units: price.units * count.units, scale: price.scale + count.scale }, digits);
}

/** The common price: plain digits with at most as many places as the currency. Null sends the caller the exact way. */
function priceInDigits(text: string, digits: number): number | null {
  if (text.length > 14) return null;
  const point = text.indexOf('.');
  const places = point < 0 ? 0 : text.length - point - 1;
  if (places > digits) return null;
  const plain = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
  if (!/^-?\d+$/.test(plain)) return null;
  return Number(plain) * 10 ** (digits - places);
}

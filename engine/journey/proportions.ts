/** Two-sided 95 %. */
const z95 = 1.959_963_984_540_054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval of a proportion (Wilson 1927; Newcombe 1998a, method 3), 95 %. Nothing known: 0 to 1. */
export function wilson(hits: number, total: number): Interval {
  if (total === 0) return { low: 0, high: 1 };
  const p = hits / total;
  const z2 = z95 * z95;
  const middle = 2 * hits + z2;
  const spread = z95 * Math.sqrt(z2 + 4 * hits * (1 - p));
  const width = 2 * (total + z2);
  return {
    low: hits === 0 ? 0 : (middle - spread) / width,
    high: hits === total ? 1 : (middle + spread) / width,
  };
}

/** The difference of two independent proportions with its interval (Newcombe 1998b, method 10: squared Wilson limits), 95 %. */
export function difference(
  a: { readonly hits: number; readonly total: number },
  b: { readonly hits: number; readonly total: number },
): Interval & { readonly value: number } {
  const pa = a.total === 0 ? 0 : a.hits / a.total;
  const pb = b.total === 0 ? 0 : b.hits / b.total;
  const ia = wilson(a.hits, a.total);
  const ib = wilson(b.hits, b.total);
  const value = pa - pb;
  return {
    value,
    low: value - Math.hypot(pa - ia.low, ib.high - pb),
    high: value + Math.hypot(ia.high - pa, pb - ib.low),
  };
}

/** A seeded source of chance. Own code, not a library: the demo's known truth must not move when a dependency does. */
export interface Dice {
  /** Uniform in [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** Uniform integer in [0, below). */
  below(below: number): number;
  /** Uniform integer in [from, to], both included. */
  between(from: number, to: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Standard normal (Box–Muller). */
  normal(): number;
  /** `exp(sigma · normal)` scaled to mean 1. */
  logNormal(sigma: number): number;
  /** A whole number with this mean: its floor, or one more. */
  about(mean: number): number;
}

/** One 32-bit number from several, well mixed (the finaliser of MurmurHash3 after each). */
export function mix(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** Dice that fall the same way for the same parts: sfc32 of PractRand, seeded by `mix`. */
export function dice(...parts: readonly number[]): Dice {
  let a = mix(...parts, 1) | 0;
  let b = mix(...parts, 2) | 0;
  let c = mix(...parts, 3) | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    chance: (probability) => next() < probability,
    below,
    between: (from, to) => from + below(to - from + 1),
    pick: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
    normal,
    logNormal: (sigma) => Math.exp(sigma * normal() - (sigma * sigma) / 2),
    about: (mean) => {
      const floor = Math.floor(mean);
      return next() < mean - floor ? floor + 1 : floor;
    },
  };
}

/** A draw by weight: prepared once, one draw and a binary search each time. */
export function byWeight<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
): (dice: Dice) => Item {
  let total = 0;
  const upTo = items.map((item) => {
    total += weightOf(item);
    return total;
  });
  return (source) => {
    const at = source.next() * total;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    return items[low] as Item;
  };
}

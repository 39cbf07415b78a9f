import type { Scoring } from '@siyu/contract/profile';

/** Four rising limits between the scores, for days since the last order, orders, and money in minor units. */
export interface RfmLimits {
  readonly days: readonly number[];
  readonly orders: readonly number[];
  readonly money: readonly number[];
}

/** The limits of a fixed scoring; null when they must be found in the data (fifths). */
export function fixedLimits(scoring: Scoring): RfmLimits | null {
  if (scoring.by === 'quintile') return null;
  const { recencyDays, frequency, monetary } = scoring;
  return { days: recencyDays, orders: frequency, money: monetary };
}

/**
 * Scores from 1 to 5. A value above a limit leaves it behind, so equal values have equal scores and a person on a limit
 * belongs to the side below it.
 *
 * @example rfmScores({ days: 3, orders: 6, money: 90_000 }, limits) // { r: 5, f: 4, m: 5 }
 */
export function rfmScores(
  person: { readonly days: number; readonly orders: number; readonly money: number },
  limits: RfmLimits,
): { readonly r: number; readonly f: number; readonly m: number } {
  const above = (value: number, list: readonly number[]) =>
    list.filter((limit) => value > limit).length;
  return {
    r: 5 - above(person.days, limits.days),
    f: 1 + above(person.orders, limits.orders),
    m: 1 + above(person.money, limits.money),
  };
}

import type { HoldoutComparison } from '@siyu/contract/journey';

/** What a comparison says, as a sentence of `campaign:told` and its blanks; rates in percent, differences in points. */
export interface Verdict {
  readonly sentence: 'better' | 'worse' | 'cannot_tell' | 'too_small';
  readonly blanks: Readonly<Record<string, string | number>>;
}

/** Fewer people than this in the smaller group and no difference short of a miracle could be seen. */
const fewest = 30;

/**
 * Tells what the holdout shows.
 *
 * @example
 * verdictOf({ …, difference: 250, differenceLow: 80, differenceHigh: 420, verdict: 'better' }).sentence // 'better'
 */
export function verdictOf(comparison: HoldoutComparison): Verdict {
  const { treatment, control, difference, differenceLow, differenceHigh, lift } = comparison;
  const smaller = Math.min(treatment.people, control.people);
  const blanks = {
    treatment: percent(treatment.rate),
    control: percent(control.rate),
    difference: percent(Math.abs(difference)),
    low: signed(differenceLow),
    high: signed(differenceHigh),
    lift: lift === null ? '' : percent(Math.abs(lift)),
    people: Math.round((Math.abs(difference) / 10_000) * treatment.people),
    smaller,
    fewest,
  };
  if (comparison.verdict !== 'cannot_tell') return { sentence: comparison.verdict, blanks };
  return { sentence: smaller < fewest ? 'too_small' : 'cannot_tell', blanks };
}

/** Basis points as a number of percent with at most two digits. */
const percent = (basisPoints: number): string =>
  String(Number((basisPoints / 100).toFixed(basisPoints >= 1_000 ? 1 : 2)));

const signed = (basisPoints: number): string =>
  `${basisPoints < 0 ? '−' : '+'}${percent(Math.abs(basisPoints))}`;

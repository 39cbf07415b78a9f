import { difference, wilson } from './proportions.ts';

export interface Arm {
  readonly people: number;
  readonly converted: number;
}

export interface ArmRate {
  /** Basis points. */
  readonly rate: number;
  readonly rateLow: number;
  readonly rateHigh: number;
}

export interface Comparison {
  readonly treatment: ArmRate;
  readonly control: ArmRate;
  readonly difference: number;
  readonly differenceLow: number;
  readonly differenceHigh: number;
  readonly lift: number | null;
  readonly verdict: 'better' | 'worse' | 'cannot_tell';
}

/** Below this in either arm no verdict is given, however the interval lies. */
const leastPeople = 30;

/** What a message did, against those who were held out. Rates, differences and lift in basis points, two decimals. */
export function compareArms(treatment: Arm, control: Arm): Comparison {
  const { value, low, high } = difference(
    { hits: treatment.converted, total: treatment.people },
    { hits: control.converted, total: control.people },
  );
  const base = control.people === 0 ? 0 : control.converted / control.people;
  const isSmall = Math.min(treatment.people, control.people) < leastPeople;
  return {
    treatment: rateOf(treatment),
    control: rateOf(control),
    difference: basisPoints(value),
    differenceLow: basisPoints(low),
    differenceHigh: basisPoints(high),
    lift: base === 0 ? null : basisPoints(value / base),
    verdict: isSmall ? 'cannot_tell' : low > 0 ? 'better' : high < 0 ? 'worse' : 'cannot_tell',
  };
}

function rateOf({ people, converted }: Arm): ArmRate {
  const { low, high } = wilson(converted, people);
  return {
    rate: basisPoints(people === 0 ? 0 : converted / people),
    rateLow: basisPoints(low),
    rateHigh: basisPoints(high),
  };
}

const basisPoints = (share: number): number => Math.round(share * 1_000_000) / 100;

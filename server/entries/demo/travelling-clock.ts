import type { Clock } from '../../platform/clock/index.ts';

/** A clock that runs at the pace of the real one, from wherever it was sent. */
export interface TravellingClock extends Clock {
  travel(to: Date): void;
  /** Comes home to the present, for good. */
  arrive(): void;
}

/** The demo's past is lived, not painted: the platform itself sends a campaign three weeks ago, under this clock. */
export function travellingClock(): TravellingClock {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    travel: (to) => {
      aheadMs = to.getTime() - Date.now();
    },
    arrive: () => {
      aheadMs = 0;
    },
  };
}

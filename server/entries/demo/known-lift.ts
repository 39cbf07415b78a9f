import { type Act, dayMs, responseDays } from '@siyu/simulator';

/**
 * What the simulator knows and no report can: who of those who got the message bought because of it and would not have
 * bought otherwise. It has to see the acts of the weeks that follow.
 */
export interface KnownLift {
  see(act: Act): void;
  /** Additional buyers as a share of those who got the message. */
  share(): number;
}

/** `caused`: the acts that the message causes; `reached`: how many people got it, at `sentAt`. */
export function knownLift(caused: readonly Act[], reached: number, sentAt: number): KnownLift {
  const causedBuyers = new Set(caused.filter(isPurchase).map(({ person }) => person));
  const ownBuyers = new Set<number>();
  const last = sentAt + responseDays * dayMs;
  const isCaused = new Set(caused);
  return {
    see(act) {
      const counts = act.at >= sentAt && act.at < last && isPurchase(act) && !isCaused.has(act);
      if (counts) ownBuyers.add(act.person);
    },
    share: () => [...causedBuyers].filter((person) => !ownBuyers.has(person)).length / reached,
  };
}

/** An order that is paid, when it is stated for the first time. */
const isPurchase = (act: Act): boolean =>
  act.kind === 'document' &&
  act.document.kind === 'order' &&
  act.document.status !== 'cancelled' &&
  act.document.changedAt === undefined;

import type { CommerceDocument } from '@siyu/contract/commerce';
import type { Act, Said } from './acts/act.ts';
import type { Touchpoint } from './brand/touchpoints.ts';
import { dayMs, localTime, type Season } from './calendar.ts';
import { type Dice, dice } from './dice.ts';
import type { Life } from './people/life.ts';

/** What a world is made of. The same settings play the same world, act by act. */
export interface WorldSettings {
  readonly seed: number;
  readonly people: number;
  /** The moment at which the play stops, UTC milliseconds. */
  readonly end: number;
  /** Days of the window in which everything is played. */
  readonly days: number;
  /** Days before the window of which only orders and what follows from them are known. */
  readonly historyDays: number;
}

/** Where people act: the day that is played, its dice, and the buffer of what is said about it. */
export interface Stage {
  readonly settings: WorldSettings;
  readonly draw: Dice;
  /** Day 0 starts the window; negative days are history. */
  day: number;
  dayStart: number;
  season: Season;
  /** True while only documents are known. */
  isHistory: boolean;
  say(life: Life, touchpoint: Touchpoint, at: number, said: Said): void;
  state(life: Life, touchpoint: Touchpoint, at: number, document: CommerceDocument): void;
  /** Has something happen when its day comes, or at once when that is today. */
  later(at: number, happen: () => void): void;
  nextNumber(): number;
}

/** A stage and the two ends that the stream holds: what was said since the last time, and what falls due on a day. */
export function openStage(
  settings: WorldSettings,
  windowStart: number,
  own: { readonly dice: Dice; readonly firstNumber: number } = {
    dice: dice(settings.seed, 3),
    firstNumber: 1,
  },
) {
  let said: Act[] = [];
  let number = own.firstNumber;
  let messages = 0;
  const due = new Map<number, (() => void)[]>();
  const dayOf = (at: number): number => Math.floor((at - windowStart) / dayMs);
  const stage: Stage = {
    settings,
    draw: own.dice,
    day: 0,
    dayStart: windowStart,
    season: { visits: 1, orders: 1, marketplaceOrders: 1, discountBp: 0 },
    isHistory: true,
    say: (life, touchpoint, at, call) => {
      messages++;
      const messageId = `${settings.seed}-${messages.toString(36)}`;
      said.push({
        at,
        touchpoint,
        person: life.person.index,
        kind: 'call',
        call: { messageId, timestamp: localTime(at), ...call },
      });
    },
    state: (life, touchpoint, at, document) => {
      said.push({ at, touchpoint, person: life.person.index, kind: 'document', document });
    },
    later: (at, happen) => {
      const day = dayOf(at);
      if (day <= stage.day) {
        happen();
        return;
      }
      const queue = due.get(day);
      if (queue) queue.push(happen);
      else due.set(day, [happen]);
    },
    nextNumber: () => number++,
  };
  const takeSaid = (): Act[] => {
    const taken = said;
    said = [];
    return taken;
  };
  const takeDue = (day: number): readonly (() => void)[] => {
    const queue = due.get(day) ?? [];
    due.delete(day);
    return queue;
  };
  /** Lets everything that follows happen now and takes it all, oldest first. */
  const takeAll = (): Act[] => {
    for (const day of [...due.keys()].sort((one, other) => one - other)) {
      stage.day = day;
      for (const happen of takeDue(day)) happen();
    }
    return takeSaid().sort((one, other) => one.at - other.at);
  };
  return { stage, takeSaid, takeDue, takeAll };
}

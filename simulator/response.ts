import type { Act } from './acts/act.ts';
import { chooseProduct } from './acts/basket.ts';
import { ownBuyer } from './acts/member.ts';
import { placeOrder } from './acts/order.ts';
import { dayMs, seasonOf, startOfDay } from './calendar.ts';
import { dice } from './dice.ts';
import * as spelled from './people/identifiers.ts';
import { newLife } from './people/life.ts';
import type { Person } from './people/person.ts';
import { openStage, type WorldSettings } from './stage.ts';

/** A message that reached a person. `wave` tells campaigns apart (0 to 8); `effect` is the mean extra share of buyers. */
export interface Reached {
  readonly wave: number;
  readonly channel: string;
  readonly at: number;
  readonly effect: number;
}

/** What a person does because of a message, and would not have done without it. Times are UTC milliseconds. */
export interface Reaction {
  readonly openedAt: number | null;
  readonly clickedAt: number | null;
  readonly unsubscribedAt: number | null;
  /** The caused order and what follows from it, oldest first; empty for most. */
  readonly acts: readonly Act[];
}

// Shares who open and click without buying, as brands see them for messages to their own members.
const habits: Readonly<Record<string, { readonly open: number; readonly click: number }>> = {
  sms: { open: 0, click: 0.035 },
  email: { open: 0.24, click: 0.03 },
  wecom: { open: 0, click: 0.09 },
  mini_program: { open: 0, click: 0.11 },
  app_push: { open: 0.12, click: 0.05 },
};

/** Share of those who do not buy that want no further message. */
const leavingShare = 0.006;

/** Days after the message in which a caused order falls. */
export const responseDays = 7;

/**
 * The known truth: by how much a message raises this person's probability to order within `responseDays`. Half as strong on
 * half of the people, half as strong again on the others, so that the mean over many is `effect`.
 */
export const effectOn = (seed: number, person: number, effect: number): number =>
  Math.min(1, effect * (dice(seed, 31, person).chance(0.5) ? 0.5 : 1.5));

/** How one person reacts to one message; the same for the same seed, person and wave. */
export function react(settings: WorldSettings, person: Person, message: Reached): Reaction {
  const { seed } = settings;
  const draw = dice(seed, 32, person.index, message.wave);
  const habit = habits[message.channel] ?? { open: 0, click: 0.03 };
  const buys = draw.chance(effectOn(seed, person.index, message.effect));
  const opens = habit.open > 0 && draw.chance(buys ? 0.9 : habit.open);
  const clicks = draw.chance(buys ? 0.75 : habit.click);
  const openedAt = opens || (clicks && habit.open > 0) ? message.at + soon(draw.next()) : null;
  const clickedAt = clicks ? (openedAt ?? message.at + soon(draw.next())) + 20_000 : null;
  if (!buys) {
    const leaves = draw.chance(leavingShare);
    const unsubscribedAt = leaves ? (clickedAt ?? message.at) + soon(draw.next()) : null;
    return { openedAt, clickedAt, unsubscribedAt, acts: [] };
  }
  const last = message.at + responseDays * dayMs - 3_600_000;
  const buysAt = Math.min(last, (clickedAt ?? message.at) + 600_000 + draw.next() ** 3 * 5 * dayMs);
  return {
    openedAt,
    clickedAt,
    unsubscribedAt: null,
    acts: causedActs(settings, person, message, buysAt),
  };
}

/** Most react within the first hours. */
const soon = (chance: number): number => 60_000 + Math.round(-Math.log(1 - chance) * 3 * 3_600_000);

function causedActs(
  settings: WorldSettings,
  person: Person,
  message: Reached,
  buysAt: number,
): readonly Act[] {
  const dayStart = startOfDay(buysAt);
  const { stage, takeAll } = openStage(settings, dayStart, {
    dice: dice(settings.seed, 33, person.index, message.wave),
    // Above every number that the stream gives.
    firstNumber: 10_000_000 * (message.wave + 1) + person.index * 8,
  });
  stage.season = seasonOf(dayStart);
  stage.isHistory = false;
  const life = newLife(person);
  life.registered = true;
  // The link of the message leads into the mini program for those who use it, else into the app or the member's phone.
  const touchpoint = person.uses.miniProgram || !person.uses.app ? 'mini_program' : 'app';
  placeOrder(stage, life, {
    touchpoint,
    at: buysAt,
    main: chooseProduct(stage.draw, person, 'living'),
    buyer: ownBuyer(
      stage,
      life,
      person.uses.miniProgram
        ? [{ kind: 'openid', value: spelled.openid(settings.seed, person.index) }]
        : [{ kind: 'member_card', value: spelled.memberCard(person.index) }],
    ),
    mustPay: true,
  });
  return takeAll().filter((act) => act.at < settings.end);
}

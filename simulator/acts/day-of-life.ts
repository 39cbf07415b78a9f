import { onlineTime, storeTime } from '../calendar.ts';
import * as spelled from '../people/identifiers.ts';
import type { Life } from '../people/life.ts';
import { never } from '../people/person.ts';
import { phoneOn } from '../people/truth.ts';
import type { Stage } from '../stage.ts';
import { chooseProduct } from './basket.ts';
import { buyOnMarketplace } from './marketplace.ts';
import { ownBuyer } from './member.ts';
import { placeOrder } from './order.ts';
import { visitShop } from './session.ts';
import { visitStore } from './store-visit.ts';
import { addGuide, chatWithGuide, leaveGuide } from './wecom.ts';

// Silent people are not gone: one visit in fifty of what they used to make.
const afterSilence = 0.02;

/** Plays one person's one day. Most days nothing happens. */
export function liveDay(stage: Stage, life: Life): void {
  const { person } = life;
  const { draw, season, day } = stage;
  if (day < person.joinDay) return;
  const awake = day >= person.silentDay ? afterSilence : 1;
  const online = (): number => stage.dayStart + onlineTime(draw);
  // People who register begin with a visit; so does everybody on the day they first appear.
  const begins = day === person.joinDay || (day === person.memberDay && !life.registered);
  const visits = person.activity * season.visits * awake;
  if (stage.isHistory) {
    if (day >= person.memberDay) life.registered = true;
    if (draw.chance(visits * 0.12 * season.orders * (0.35 + 0.65 * person.spend)))
      buyUnseen(stage, life, online());
  } else {
    if (person.uses.miniProgram && (begins || draw.chance(visits)))
      visitShop(stage, life, 'mini_program', online());
    if (person.uses.app && (begins || draw.chance(visits * 1.3)))
      visitShop(stage, life, 'app', online());
    liveWithGuide(stage, life, awake, online);
    changeMind(stage, life, online);
  }
  const market = 0.0016 * season.marketplaceOrders * person.spend * awake;
  if (person.uses.tmall && draw.chance(begins ? 0.8 : market))
    buyOnMarketplace(stage, life, 'tmall', online());
  if (person.uses.jd && draw.chance(begins ? 0.6 : market))
    buyOnMarketplace(stage, life, 'jd', online());
  if (person.uses.store && draw.chance(begins ? 0.5 : 0.022 * season.visits * awake)) {
    visitStore(stage, life, stage.dayStart + storeTime(draw));
  }
}

/** Before the window only the order itself is known, not the visit that led to it. */
function buyUnseen(stage: Stage, life: Life, at: number): void {
  const { seed } = stage.settings;
  const { index, uses } = life.person;
  if (!uses.miniProgram && !uses.app) return;
  const touchpoint = uses.miniProgram ? 'mini_program' : 'app';
  const channelIdentifier = uses.miniProgram
    ? ({ kind: 'openid', value: spelled.openid(seed, index) } as const)
    : ({ kind: 'phone', value: phoneOn(seed, life.person, stage.day) } as const);
  placeOrder(stage, life, {
    touchpoint,
    at,
    main: chooseProduct(stage.draw, life.person, 'all'),
    buyer: ownBuyer(stage, life, [channelIdentifier]),
  });
}

function liveWithGuide(stage: Stage, life: Life, awake: number, at: () => number): void {
  const { person, known } = life;
  const { day, draw } = stage;
  if (person.wecomDay === never) return;
  const joins =
    day >= person.wecomDay &&
    day < person.wecomLeaveDay &&
    !known.wecom &&
    (day === person.wecomDay || day === 0);
  if (joins) addGuide(stage, life, at());
  else if (known.wecom && day === person.wecomLeaveDay) leaveGuide(stage, life, at());
  else if (known.wecom && draw.chance(0.012 * awake)) chatWithGuide(stage, life, at());
}

/** Moves to a new number, or no longer wants text messages. */
function changeMind(stage: Stage, life: Life, at: () => number): void {
  const { person } = life;
  if (!life.registered) return;
  const userId = spelled.memberNumber(person.index);
  if (stage.day === person.phoneChangeDay) {
    stage.say(life, 'crm', at(), {
      type: 'identify',
      userId,
      traits: { phone: phoneOn(stage.settings.seed, person, stage.day) },
    });
  }
  if (stage.day === person.withdrawDay) {
    const when = at();
    stage.say(life, 'crm', when, {
      type: 'identify',
      userId,
      traits: {
        consents: [
          {
            purpose: 'marketing',
            channel: 'sms',
            state: 'withdrawn',
            at: new Date(when).toISOString(),
            evidence: { form: 'sms_reply', text: 'TD' },
          },
        ],
      },
    });
  }
}

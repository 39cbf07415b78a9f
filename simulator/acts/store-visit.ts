import type { Buyer } from '@siyu/contract/commerce';
import { sellsAppliances, stores } from '../brand/organisation.ts';
import * as spelled from '../people/identifiers.ts';
import type { Life } from '../people/life.ts';
import { phoneOn } from '../people/truth.ts';
import type { Stage } from '../stage.ts';
import { chooseProduct } from './basket.ts';
import { isDueToRegister, memberTraits, register } from './member.ts';
import { placeOrder } from './order.ts';

/** Somebody comes into their store: members show their code, many others stay unknown, and some buy. */
export function visitStore(stage: Stage, life: Life, at: number): void {
  const store = stores[life.person.store];
  if (!store) return;
  const { draw } = stage;
  if (isDueToRegister(stage, life))
    register(stage, life, 'pos', at, { context: { store: store.code } });
  const shows = life.registered && draw.chance(0.85);
  if (shows && !stage.isHistory) showCode(stage, life, at, store.code);
  const wish = Math.min(0.8, 0.3 * stage.season.orders * (0.5 + 0.5 * life.person.spend));
  if (!draw.chance(wish)) return;
  placeOrder(stage, life, {
    touchpoint: 'pos',
    at: at + draw.between(6, 50) * 60_000,
    main: chooseProduct(draw, life.person, sellsAppliances(store) ? 'all' : 'living'),
    buyer: tillBuyer(stage, life, shows),
    store: store.code,
  });
}

function showCode(stage: Stage, life: Life, at: number, store: string): void {
  const userId = spelled.memberNumber(life.person.index);
  if (!life.known.pos) {
    life.known.pos = true;
    stage.say(life, 'pos', at, {
      type: 'identify',
      userId,
      context: { store },
      traits: memberTraits(stage, life.person),
    });
  }
  stage.say(life, 'pos', at + 1000, {
    type: 'track',
    event: 'Store Visited',
    userId,
    context: { store },
    properties: { store, purpose: stage.draw.pick(['看新品', '体验', '咨询', '售后', '提货']) },
  });
}

/** What the cashier types: the member's data, a guest's phone, or something to get past a required field. */
function tillBuyer(stage: Stage, life: Life, shows: boolean): Buyer {
  const { draw } = stage;
  const phone = phoneOn(stage.settings.seed, life.person, stage.day);
  if (shows) {
    return [
      { kind: 'phone', value: phone },
      { kind: 'member_card', value: spelled.memberCard(life.person.index) },
    ];
  }
  if (draw.chance(0.1)) return [{ kind: 'phone', value: '13800000000' }];
  if (draw.chance(0.06)) return [{ kind: 'member_card', value: '0000' }];
  return draw.chance(0.45) ? [{ kind: 'phone', value: phone }] : [];
}

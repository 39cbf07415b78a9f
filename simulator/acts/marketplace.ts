import type { Buyer } from '@siyu/contract/commerce';
import * as spelled from '../people/identifiers.ts';
import type { Life } from '../people/life.ts';
import { phoneOn } from '../people/truth.ts';
import type { Stage } from '../stage.ts';
import { chooseProduct } from './basket.ts';
import { placeOrder } from './order.ts';

/** What a marketplace tells about a buyer: its own account, and the phone in full only of those who bound their membership. */
function marketplaceBuyer(stage: Stage, life: Life, market: 'tmall' | 'jd'): Buyer {
  const { seed } = stage.settings;
  const { index, bound } = life.person;
  const account: Buyer[number] =
    market === 'tmall'
      ? { kind: 'tmall_id', value: spelled.tmallId(index) }
      : { kind: 'jd_id', value: spelled.jdId(seed, index) };
  const phone = phoneOn(seed, life.person, stage.day);
  if (!bound[market] || !life.registered)
    return [account, { kind: 'phone', value: spelled.maskedPhone(phone) }];
  return [
    account,
    { kind: 'phone', value: phone },
    { kind: 'member_card', value: spelled.memberCard(index) },
  ];
}

/** An order in the Tmall or JD shop; of what people look at there the brand learns nothing. */
export function buyOnMarketplace(
  stage: Stage,
  life: Life,
  market: 'tmall' | 'jd',
  at: number,
): void {
  placeOrder(stage, life, {
    touchpoint: market,
    at,
    main: chooseProduct(stage.draw, life.person, 'all'),
    buyer: marketplaceBuyer(stage, life, market),
  });
}

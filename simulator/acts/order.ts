import type { Order } from '@siyu/contract/commerce';
import { localDate, localTime } from '../calendar.ts';
import type { Life } from '../people/life.ts';
import type { Stage } from '../stage.ts';
import { followOrder } from './after-sales.ts';
import { fillBasket } from './basket.ts';
import { lineOf, type Sale } from './sale.ts';

/** Goods of this value and more travel free, fen. */
const freeFrom = 9_900;

/** A person buys: the order is stated, and parcels, returns and installations follow on later days. */
export function placeOrder(stage: Stage, life: Life, sale: Sale): Order {
  const { draw, season } = stage;
  const basket = fillBasket(draw, life.person, sale.main, season.discountBp);
  const goods = basket.reduce(
    (sum, line) => sum + line.product.priceFen * line.quantity - line.discount,
    0,
  );
  const isStore = sale.store !== undefined;
  const isUnpaid = !isStore && draw.chance(0.04) && !sale.mustPay;
  const paidAt = sale.at + draw.between(8, 240) * 1000;
  const order: Order = {
    kind: 'order',
    number: `${sale.touchpoint.slice(0, 2).toUpperCase()}${localDate(sale.at).replaceAll('-', '')}${String(stage.nextNumber()).padStart(7, '0')}`,
    currency: 'CNY',
    status: isUnpaid ? 'cancelled' : isStore ? 'completed' : 'paid',
    placedAt: localTime(sale.at),
    ...(isUnpaid ? { cancelledAt: localTime(sale.at + 1_800_000) } : { paidAt: localTime(paidAt) }),
    ...(isStore ? { completedAt: localTime(paidAt) } : {}),
    channel: sale.touchpoint === 'pos' ? 'store' : sale.touchpoint,
    ...(sale.store === undefined ? {} : { store: sale.store }),
    buyer: sale.buyer,
    lines: basket.map(lineOf),
    freight: isStore || goods >= freeFrom ? 0 : 800,
  };
  stage.state(life, sale.touchpoint, isUnpaid ? sale.at + 1_800_000 : paidAt, order);
  if (isUnpaid) return order;
  life.orders++;
  if (life.cart === sale.main) life.cart = null;
  followOrder(stage, life, sale, order, basket, paidAt);
  return order;
}

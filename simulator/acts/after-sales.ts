import type { Buyer, Order } from '@siyu/contract/commerce';
import { dayMs, localTime } from '../calendar.ts';
import { mix } from '../dice.ts';
import { scatter } from '../people/identifiers.ts';
import type { Life } from '../people/life.ts';
import type { Stage } from '../stage.ts';
import type { BasketLine } from './basket.ts';
import { lineOf, type Sale } from './sale.ts';

const warrantyYears = 6;
const carriers = ['顺丰', '京东物流', '中通', '圆通', '德邦'];

/** What follows a paid order: parcel, delivery, completion, installation of appliances, and now and then a return. */
export function followOrder(
  stage: Stage,
  life: Life,
  sale: Sale,
  order: Order,
  basket: readonly BasketLine[],
  paidAt: number,
): void {
  const { draw } = stage;
  const { touchpoint } = sale;
  const shippedAt = paidAt + draw.between(6, 40) * 3_600_000;
  const deliveredAt = shippedAt + draw.between(20, 96) * 3_600_000;
  if (sale.store === undefined) {
    stage.later(shippedAt, () => {
      stage.state(life, touchpoint, shippedAt, {
        kind: 'shipment',
        number: `P${order.number}`,
        orderNumber: order.number,
        carrier: carriers[mix(life.person.index, order.lines.length) % carriers.length] as string,
        shippedAt: localTime(shippedAt),
        channel: order.channel as string,
        buyer: order.buyer,
      });
    });
    const completedAt = deliveredAt + 7 * dayMs;
    stage.later(completedAt, () => {
      stage.state(life, touchpoint, completedAt, {
        ...order,
        status: 'completed',
        completedAt: localTime(completedAt),
        changedAt: localTime(completedAt),
      });
    });
  }
  if (draw.chance(returnShare(basket))) refundLater(stage, life, sale, order, basket, deliveredAt);
  else for (const line of basket) installLater(stage, life, sale, order, line, deliveredAt);
}

const returnShare = (basket: readonly BasketLine[]): number =>
  basket.some((line) => line.product.category.serial) ? 0.035 : 0.075;

/** A return of one line, whole or in part, within the seven days that the law grants. */
function refundLater(
  stage: Stage,
  life: Life,
  sale: Sale,
  order: Order,
  basket: readonly BasketLine[],
  deliveredAt: number,
): void {
  const { draw } = stage;
  const line = draw.pick(basket);
  const quantity = draw.between(1, line.quantity);
  const discount = Math.floor((line.discount * quantity) / line.quantity);
  const refundedAt = deliveredAt + draw.between(10, 160) * 3_600_000;
  const reason = draw.pick(['七天无理由', '商品与描述不符', '拍错/多拍', '质量问题']);
  stage.later(refundedAt, () => {
    stage.state(life, sale.touchpoint, refundedAt, {
      kind: 'refund',
      number: `R${order.number}`,
      orderNumber: order.number,
      currency: 'CNY',
      refundedAt: localTime(refundedAt),
      channel: order.channel as string,
      ...(sale.store === undefined ? {} : { store: sale.store }),
      buyer: order.buyer,
      lines: [lineOf({ product: line.product, quantity, discount })],
      reason,
    });
  });
}

/** An appliance is installed some days after it came; its serial number is then known with the member's phone. */
function installLater(
  stage: Stage,
  life: Life,
  sale: Sale,
  order: Order,
  line: BasketLine,
  deliveredAt: number,
): void {
  if (!line.product.category.serial || !stage.draw.chance(0.85)) return;
  const installedAt =
    (sale.store === undefined ? deliveredAt : sale.at + 2 * dayMs) +
    stage.draw.between(8, 96) * 3_600_000;
  const serial = `${line.product.sku}${scatter(stage.nextNumber())}`;
  const buyer: Buyer = order.buyer;
  stage.later(installedAt, () => {
    stage.state(life, sale.touchpoint, installedAt, {
      kind: 'owned_product',
      serial,
      sku: line.product.sku,
      orderNumber: order.number,
      purchasedAt: order.placedAt,
      installedAt: localTime(installedAt),
      warrantyUntil: localTime(installedAt + warrantyYears * 365 * dayMs),
      statedAt: localTime(installedAt),
      channel: order.channel as string,
      ...(sale.store === undefined ? {} : { store: sale.store }),
      buyer,
    });
  });
}

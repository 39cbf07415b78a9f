import type { Product } from '../brand/catalogue.ts';
import type { Touchpoint } from '../brand/touchpoints.ts';
import * as spelled from '../people/identifiers.ts';
import type { Life } from '../people/life.ts';
import { phoneOn } from '../people/truth.ts';
import type { Stage } from '../stage.ts';
import { categoryPath, chooseProduct } from './basket.ts';
import { isDueToRegister, ownBuyer, register } from './member.ts';
import { placeOrder } from './order.ts';
import { appVisitor, miniProgramVisitor, type Visitor } from './visitor.ts';

type Shop = 'mini_program' | 'app';

/** A session in progress: who, where, and the moment it has reached. */
interface Walk {
  readonly stage: Stage;
  readonly life: Life;
  readonly shop: Shop;
  visitor: Visitor;
  at: number;
}

const step = (walk: Walk, from: number, to: number): number => {
  walk.at += walk.stage.draw.between(from, to) * 1000;
  return walk.at;
};

const track = (walk: Walk, event: string, properties: Readonly<Record<string, unknown>>): void =>
  walk.stage.say(walk.life, walk.shop, step(walk, 3, 45), {
    type: 'track',
    event,
    ...walk.visitor,
    properties,
  });

const view = (walk: Walk, name: string, path: string): void =>
  walk.stage.say(walk.life, walk.shop, step(walk, 2, 30), {
    type: walk.shop === 'app' ? 'screen' : 'page',
    name,
    ...walk.visitor,
    properties: { path },
  });

const goods = (product: Product) => ({
  product_id: product.sku,
  name: product.zh,
  category: categoryPath(product.category),
  price: product.priceFen / 100,
  currency: 'CNY',
});

/** One visit of the mini program or the app, from opening it to an order or to nothing. */
export function visitShop(stage: Stage, life: Life, shop: Shop, at: number): void {
  const walk: Walk = { stage, life, shop, at, visitor: visitorOf(stage, life, shop) };
  track(walk, shop === 'app' ? 'Application Opened' : 'Mini Program Opened', {
    from: stage.draw.pick(['桌面', '聊天分享', '搜一搜', '扫码', '公众号菜单']),
  });
  if (shop === 'mini_program' && !life.known.miniProgram) stateWeChat(walk);
  view(walk, '首页', '/home');
  if (isDueToRegister(stage, life)) {
    register(stage, life, shop, step(walk, 10, 60), walk.visitor);
    logIn(walk);
  } else if (life.registered && !isLoggedIn(walk) && stage.draw.chance(0.7)) {
    logIn(walk);
  }
  const looked = browse(walk);
  wander(walk);
  decide(walk, looked);
}

const visitorOf = (stage: Stage, life: Life, shop: Shop): Visitor =>
  shop === 'app' ? appVisitor(stage, life) : miniProgramVisitor(stage, life);

const isLoggedIn = (walk: Walk): boolean =>
  walk.shop === 'app' ? walk.life.loggedIn.app : walk.life.loggedIn.miniProgram;

/** WeChat tells the mini program who opens it, without a word from the person. */
function stateWeChat(walk: Walk): void {
  const { stage, life } = walk;
  life.known.miniProgram = true;
  const { index, sharesUnionid } = life.person;
  stage.say(life, walk.shop, step(walk, 1, 2), {
    type: 'identify',
    ...walk.visitor,
    traits: {
      openid: spelled.openid(stage.settings.seed, index),
      ...(sharesUnionid ? { unionid: spelled.unionid(stage.settings.seed, index) } : {}),
    },
  });
}

function logIn(walk: Walk): void {
  const { stage, life } = walk;
  if (walk.shop === 'app') life.loggedIn.app = true;
  else life.loggedIn.miniProgram = true;
  walk.visitor = visitorOf(stage, life, walk.shop);
  stage.say(life, walk.shop, step(walk, 5, 20), {
    type: 'identify',
    ...walk.visitor,
    traits: { phone: phoneOn(stage.settings.seed, life.person, stage.day) },
  });
  track(walk, 'Signed In', { method: stage.draw.pick(['短信验证码', '微信授权', '密码']) });
}

/** Searches and looks at goods; the last one looked at is what may be bought. */
function browse(walk: Walk): Product {
  const { draw } = walk.stage;
  const { person } = walk.life;
  let product = chooseProduct(draw, person, 'all');
  if (draw.chance(0.28)) track(walk, 'Products Searched', { query: product.category.zh });
  else if (draw.chance(0.6))
    track(walk, 'Product List Viewed', { category: categoryPath(product.category) });
  const more = draw.about(0.6 + 2.2 * draw.next());
  track(walk, 'Product Viewed', goods(product));
  for (let look = 0; look < more; look++) {
    product = chooseProduct(draw, person, 'all');
    track(walk, 'Product Viewed', goods(product));
  }
  return product;
}

const liveRooms = ['618 家电专场', '周三宠粉日', '新品首发夜', '换新季直播', '生活好物局'];

/** What people also do on their way. */
function wander(walk: Walk): void {
  const { draw } = walk.stage;
  if (draw.chance(0.06))
    track(walk, 'Product Shared', {
      ...goods(chooseProduct(draw, walk.life.person, 'all')),
      to: '微信好友',
    });
  if (draw.chance(0.05))
    track(walk, 'Product Favorited', goods(chooseProduct(draw, walk.life.person, 'all')));
  if (draw.chance(0.05))
    track(walk, 'Live Watched', {
      room: draw.pick(liveRooms),
      minutes: draw.between(1, 55),
    });
  if (draw.chance(0.06))
    track(walk, 'Coupon Claimed', {
      coupon: draw.pick(['满300减30', '家电以旧换新券', '新人礼券', '会员日95折']),
    });
  if (walk.life.registered && draw.chance(0.12)) view(walk, '会员中心', '/member');
  if (walk.life.orders > 0 && draw.chance(0.04)) {
    track(walk, 'Service Requested', {
      service: draw.pick(['空调清洗', '安装', '维修', '滤芯更换']),
    });
  }
  if (walk.life.orders > 0 && draw.chance(0.05)) {
    track(walk, 'Product Reviewed', {
      ...goods(chooseProduct(draw, walk.life.person, 'all')),
      rating: draw.pick([5, 5, 5, 4, 4, 3, 1]),
    });
  }
}

/** Buys, leaves something in the cart, or goes. Somebody who left a cart behind is three times as likely to buy. */
function decide(walk: Walk, looked: Product): void {
  const { stage, life } = walk;
  const { draw, season } = stage;
  const wish = 0.062 * season.orders * (0.35 + 0.65 * life.person.spend) * (life.cart ? 3 : 1);
  const buys = draw.chance(Math.min(0.75, wish));
  if (!buys && !draw.chance(0.13)) return;
  const main = buys ? (life.cart ?? looked) : looked;
  if (main !== life.cart) track(walk, 'Product Added', { ...goods(main), quantity: 1 });
  life.cart = main;
  if (!buys) {
    if (draw.chance(0.15)) track(walk, 'Product Removed', { ...goods(main), quantity: 1 });
    else if (draw.chance(0.3))
      track(walk, 'Checkout Started', { value: main.priceFen / 100, currency: 'CNY' });
    return;
  }
  track(walk, 'Cart Viewed', { value: main.priceFen / 100, currency: 'CNY' });
  track(walk, 'Checkout Started', { value: main.priceFen / 100, currency: 'CNY' });
  const touchpoint: Touchpoint = walk.shop;
  placeOrder(stage, life, { touchpoint, at: step(walk, 15, 90), main, buyer: shopBuyer(walk) });
}

function shopBuyer(walk: Walk) {
  const { stage, life } = walk;
  const { seed } = stage.settings;
  if (walk.shop === 'mini_program') {
    return ownBuyer(stage, life, [
      { kind: 'openid', value: spelled.openid(seed, life.person.index) },
    ]);
  }
  return ownBuyer(stage, life, [{ kind: 'phone', value: phoneOn(seed, life.person, stage.day) }]);
}

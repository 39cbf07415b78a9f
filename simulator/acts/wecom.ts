import { stores } from '../brand/organisation.ts';
import * as spelled from '../people/identifiers.ts';
import type { Life } from '../people/life.ts';
import { phoneOn } from '../people/truth.ts';
import type { Stage } from '../stage.ts';

/** The guide who looks after a person in WeCom: three in each store, and a head-office team for everybody else. */
const guideOf = (life: Life): string =>
  `${stores[life.person.store]?.code.toLowerCase() ?? 'hq'}_guide${(life.person.index % 3) + 1}`;

const orgOf = (life: Life): string => stores[life.person.store]?.code ?? 'root';

/** Adds the guide: WeCom knows the contact's number, mostly the UnionID, and the phone where the guide noted it down. */
export function addGuide(stage: Stage, life: Life, at: number): void {
  const { seed } = stage.settings;
  const { index, sharesUnionid } = life.person;
  life.known.wecom = true;
  const notesPhone = life.registered && stage.draw.chance(0.45);
  stage.say(life, 'wecom', at, {
    type: 'identify',
    context: { store: orgOf(life) },
    traits: {
      external_userid: spelled.externalUserid(seed, index),
      ...(sharesUnionid ? { unionid: spelled.unionid(seed, index) } : {}),
      ...(notesPhone ? { phone: phoneOn(seed, life.person, stage.day) } : {}),
      guide: guideOf(life),
    },
  });
  track(stage, life, at + 500, 'Contact Added', {
    scene: stage.draw.pick(['门店扫码', '包裹卡', '小程序弹窗', '导购名片', '社群']),
  });
}

export function leaveGuide(stage: Stage, life: Life, at: number): void {
  life.known.wecom = false;
  track(stage, life, at, 'Contact Removed', { by: '客户' });
}

export const chatWithGuide = (stage: Stage, life: Life, at: number): void =>
  track(stage, life, at, 'Guide Chatted', {
    topic: stage.draw.pick(['产品咨询', '活动优惠', '安装售后', '使用问题', '闲聊']),
    messages: stage.draw.between(1, 18),
  });

function track(
  stage: Stage,
  life: Life,
  at: number,
  event: string,
  properties: Readonly<Record<string, unknown>>,
): void {
  stage.say(life, 'wecom', at, {
    type: 'track',
    event,
    context: {
      traits: { external_userid: spelled.externalUserid(stage.settings.seed, life.person.index) },
      store: orgOf(life),
    },
    properties: { ...properties, staff: guideOf(life), store: orgOf(life) },
  });
}

import { dice } from '../dice.ts';
import * as spelled from '../people/identifiers.ts';
import type { Life } from '../people/life.ts';
import { appOwner, place } from '../people/truth.ts';
import type { Stage } from '../stage.ts';

/** Who acts in a session, as the client library knows them, and on what. */
export interface Visitor {
  readonly anonymousId: string;
  readonly userId?: string;
  readonly context: Readonly<Record<string, unknown>>;
}

const phones = [
  { manufacturer: 'HUAWEI', model: 'Mate 70', os: { name: 'HarmonyOS', version: '5.0' } },
  { manufacturer: 'HUAWEI', model: 'nova 13', os: { name: 'HarmonyOS', version: '4.2' } },
  { manufacturer: 'Apple', model: 'iPhone 16', os: { name: 'iOS', version: '18.5' } },
  { manufacturer: 'Apple', model: 'iPhone 14', os: { name: 'iOS', version: '17.6' } },
  { manufacturer: 'Xiaomi', model: 'Xiaomi 15', os: { name: 'Android', version: '15' } },
  { manufacturer: 'OPPO', model: 'Reno 13', os: { name: 'Android', version: '15' } },
  { manufacturer: 'vivo', model: 'X200', os: { name: 'Android', version: '15' } },
  { manufacturer: 'HONOR', model: 'Magic7', os: { name: 'Android', version: '15' } },
] as const;

const campaigns = [
  { source: 'moments_ads', medium: 'cpc', name: '朋友圈新品' },
  { source: 'xiaohongshu', medium: 'kol', name: '小红书种草' },
  { source: 'douyin', medium: 'video', name: '抖音短视频' },
  { source: 'official_account', medium: 'article', name: '公众号推文' },
  { source: 'wecom', medium: 'guide', name: '导购分享' },
  { source: 'sms', medium: 'message', name: '短信回访' },
] as const;

const deviceOf = (seed: number, index: number) => {
  const phone = phones[dice(seed, 5, index).below(phones.length)] ?? phones[0];
  return {
    device: { type: 'phone', manufacturer: phone.manufacturer, model: phone.model },
    os: phone.os,
  };
};

const common = { locale: 'zh-CN', timezone: 'Asia/Shanghai' } as const;

/** The visitor of one mini-program session; a fifth come by an advertisement or a link. */
export function miniProgramVisitor(stage: Stage, life: Life): Visitor {
  const { seed } = stage.settings;
  const { index } = life.person;
  const arrival = stage.draw.chance(0.22) ? { campaign: stage.draw.pick(campaigns) } : {};
  return {
    anonymousId: spelled.anonymousId(seed, index, place.miniProgram, life.installs),
    ...(life.loggedIn.miniProgram ? { userId: spelled.memberNumber(index) } : {}),
    context: {
      ...deviceOf(seed, index),
      app: { name: '澜舍商城', version: '4.6.2' },
      ...common,
      ...arrival,
    },
  };
}

/** The visitor of one app session. A shared tablet has one visitor number and one device number for two people. */
export function appVisitor(stage: Stage, life: Life): Visitor {
  const { seed } = stage.settings;
  const owner = appOwner(life.person);
  const hardware = deviceOf(seed, owner);
  // Version 3.1.0 of the app sent the word "null" for people who were not logged in.
  const isBuggy = !life.loggedIn.app && dice(seed, 6, owner).chance(0.03);
  const userId = life.loggedIn.app
    ? spelled.memberNumber(life.person.index)
    : isBuggy
      ? 'null'
      : undefined;
  return {
    anonymousId: spelled.anonymousId(seed, owner, place.app, 0),
    ...(userId === undefined ? {} : { userId }),
    context: {
      ...hardware,
      device: { ...hardware.device, id: spelled.deviceId(seed, owner) },
      app: { name: '澜舍智家', version: isBuggy ? '3.1.0' : '3.2.4' },
      ...common,
    },
  };
}

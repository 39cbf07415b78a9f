import { birthdayOf, nameOf, noticeVersion } from '../acts/member.ts';
import { stores } from '../brand/organisation.ts';
import { cities } from '../brand/places.ts';
import { dayMs, localTime } from '../calendar.ts';
import { mix } from '../dice.ts';
import type { World } from '../stream.ts';
import * as spelled from './identifiers.ts';
import type { Person } from './person.ts';
import { phoneOn } from './truth.ts';

const yesNo = (yes: boolean): string => (yes ? '是' : '否');

const levels = ['普通', '普通', '普通', '银卡', '银卡', '金卡'] as const;
const levelOf = (seed: number, person: Person): string =>
  person.spend > 4 ? '黑金' : (levels[mix(seed, 21, person.index) % levels.length] as string);

/**
 * The old member system's export: one row for each who was a member before the window, with the headers that such files
 * have in Chinese. Everybody in it is also met later under the same phone, card or member number.
 */
export function* memberFile(
  world: World,
): Generator<Readonly<Record<string, string>>, void, undefined> {
  const { seed, people } = world.settings;
  for (let index = 0; index < people; index++) {
    const person = world.person(index);
    if (person.memberDay < 0) yield rowOf(seed, world.start, person);
  }
}

function rowOf(seed: number, start: number, person: Person): Readonly<Record<string, string>> {
  const registered = start + person.memberDay * dayMs + 11 * 3_600_000;
  return {
    会员编号: spelled.memberNumber(person.index),
    会员卡号: spelled.memberCard(person.index),
    手机号: phoneOn(seed, person, -1),
    邮箱:
      person.email === 'own'
        ? spelled.emailAddress(seed, person.index)
        : person.email === 'junk'
          ? 'test@test.com'
          : '',
    姓名: nameOf(seed, person),
    性别: person.female ? '女' : '男',
    生日: birthdayOf(person),
    省份: cities[person.city]?.province ?? '',
    城市: cities[person.city]?.zh ?? '',
    会员等级: levelOf(seed, person),
    归属门店: stores[person.store]?.code ?? '',
    注册时间: localTime(registered).slice(0, 19).replace('T', ' '),
    短信授权: yesNo(person.consents.includes('sms')),
    邮件授权: yesNo(person.consents.includes('email')),
    企微授权: yesNo(person.consents.includes('wecom')),
    小程序授权: yesNo(person.consents.includes('mini_program')),
    推送授权: yesNo(person.consents.includes('app_push')),
    隐私协议版本: noticeVersion,
  };
}

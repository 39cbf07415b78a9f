/**
 * Names under which sources state personal values. A trait of such a name goes to the personal box; an event property of
 * such a name is replaced by its keyed hash.
 */
const personalNames = new Set([
  'name',
  'first_name',
  'firstname',
  'last_name',
  'lastname',
  'full_name',
  'real_name',
  'nickname',
  'nick_name',
  'username',
  'phone',
  'mobile',
  'tel',
  'telephone',
  'email',
  'mail',
  'birthday',
  'birth_date',
  'date_of_birth',
  'dob',
  'address',
  'street',
  'postcode',
  'postal_code',
  'zip',
  'receiver',
  'recipient',
  'receiver_name',
  'receiver_phone',
  'id_card',
  'id_number',
  'identity_card',
  'passport',
  'bank_card',
  'licence_plate',
  'license_plate',
  'avatar',
  'ip',
  'lat',
  'lng',
  'latitude',
  'longitude',
  'wechat',
  'weixin',
  'qq',
  'openid',
  'unionid',
  'external_userid',
  '姓名',
  '昵称',
  '手机',
  '手机号',
  '电话',
  '邮箱',
  '生日',
  '地址',
  '身份证',
  '身份证号',
  '收货人',
  '收货地址',
  '车牌',
]);

/**
 * Whether a trait or property of this name is personal; the last part of a dotted name decides.
 *
 * @example isPersonalName('shipping.phone') // true
 * @example isPersonalName('city')           // false
 */
export function isPersonalName(name: string): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const snake = last.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return personalNames.has(snake);
}

/**
 * Whether a property of an event is personal. A plain `name` is not: in the Segment spec it is the name of the product or page.
 *
 * @example isPersonalProperty('name')          // false
 * @example isPersonalProperty('receiver.name') // true
 */
export const isPersonalProperty = (name: string): boolean =>
  name !== 'name' && !/^(products|items)(\.|$)/.test(name) && isPersonalName(name);

/**
 * What of a birthday may be counted: year and month-day apart. Nothing for what is no date.
 *
 * @example birthdayParts('1990-05-04') // { year: 1990, monthDay: '05-04' }
 */
export function birthdayParts(
  stated: unknown,
): { readonly year: number; readonly monthDay: string } | null {
  const match =
    typeof stated === 'string' ? /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})/.exec(stated.trim()) : null;
  if (!match) return null;
  const [, year, month, day] = match as unknown as [string, string, string, string];
  const isDate =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= 31 &&
    Number(year) >= 1900;
  return isDate ? { year: Number(year), monthDay: `${month}-${day}` } : null;
}

/**
 * A personal value as somebody without the right to see it sees it: phones keep the head and the last four digits, emails
 * the first letter and the domain, names the family name, anything else its first and last character.
 *
 * @example mask('phone', '+8613812349876') // '+86138****9876'
 * @example mask('email', 'li.na@example.cn') // 'l***@example.cn'
 * @example mask('name', '李小娜')            // '李**'
 */
export function mask(field: string, value: string): string {
  if (field === 'phone')
    return value.length > 8 ? `${value.slice(0, -8)}****${value.slice(-4)}` : '****';
  if (field === 'email') {
    const at = value.indexOf('@');
    return at < 1 ? '***' : `${value.slice(0, 1)}***${value.slice(at)}`;
  }
  const letters = [...value];
  if (field === 'name' || letters.length <= 4)
    return `${letters[0] ?? ''}${'*'.repeat(Math.min(3, Math.max(1, letters.length - 1)))}`;
  return `${letters.slice(0, 2).join('')}***${letters.slice(-2).join('')}`;
}

import { mix } from '../dice.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const hex = '0123456789abcdef';

// Kinds are told apart by a number, so that no value says anything about another of the same person.
const salt = { openid: 11, unionid: 12, external: 13, jd: 14, anonymous: 15, device: 16 } as const;

function spell(alphabet: string, length: number, ...parts: readonly number[]): string {
  let text = '';
  for (let word = 0; text.length < length; word++) {
    let bits = mix(...parts, word);
    for (let place = 0; place < 5 && text.length < length; place++) {
      text += alphabet[bits % alphabet.length];
      bits = Math.floor(bits / alphabet.length);
    }
  }
  return text;
}

function uuid(...parts: readonly number[]): string {
  const digits = spell(hex, 32, ...parts);
  const variant = hex[8 + (Number.parseInt(digits[16] as string, 16) % 4)];
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
}

const mobilePrefixes = [
  '134',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '151',
  '152',
  '158',
  '159',
  '176',
  '178',
  '182',
  '183',
  '185',
  '186',
  '187',
  '188',
  '189',
  '191',
  '198',
  '199',
];
const prime = 99_999_989;

/** Eight digits that look like chance and never repeat (n below the prime). */
export const scatter = (n: number, shift = 0): string =>
  String((n * 61_803_399 + shift) % prime).padStart(8, '0');

/** The n-th mobile number: no two n give the same one (n below the prime), and none is a junk number. */
export function phoneNumber(seed: number, n: number): string {
  const prefix = mobilePrefixes[mix(seed, 8, n) % mobilePrefixes.length];
  return `${prefix}${scatter(n, mix(seed, 7) % prime)}`;
}

/** What a marketplace shows of a phone number. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(7)}`;

const mailHosts = ['qq.com', '163.com', '126.com', 'outlook.com', 'foxmail.com', 'gmail.com'];

export const emailAddress = (seed: number, person: number): string =>
  `${spell('abcdefghijkmnpqrstuvwxyz', 5, seed, 17, person)}${person}@${mailHosts[mix(seed, 18, person) % mailHosts.length]}`;

export const memberNumber = (person: number): string => `M${String(person + 10_000_001)}`;
export const memberCard = (person: number): string =>
  `6${String(person + 100_000_001)}${(person * 7 + 3) % 10}`;
export const openid = (seed: number, person: number): string =>
  `o${spell(letters, 27, seed, salt.openid, person)}`;
export const unionid = (seed: number, person: number): string =>
  `oU${spell(letters, 26, seed, salt.unionid, person)}`;
export const externalUserid = (seed: number, person: number): string =>
  `wm${spell(letters, 30, seed, salt.external, person)}`;
export const tmallId = (person: number): string => `tb${String(person * 37 + 310_000_007)}`;
export const jdId = (seed: number, person: number): string =>
  `jd_${spell(hex, 13, seed, salt.jd, person)}`;

/** A visitor number of one install or browser; `turn` counts the person's installs. */
export const anonymousId = (seed: number, person: number, place: number, turn: number): string =>
  uuid(seed, salt.anonymous, person, place, turn);
export const deviceId = (seed: number, person: number): string =>
  uuid(seed, salt.device, person).toUpperCase();

import type { IdentifierKind } from '@siyu/contract/identity';
import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Why a stated identifier is not one. `masked`: the platform starred it; `junk`: a value that thousands share. */
export type Refusal = 'empty' | 'masked' | 'malformed' | 'too_long' | 'junk';

export type Normalised = { readonly value: string } | { readonly refused: Refusal };

const longest = 256;

/** Segment's published block list (`^[0-]*$`, `-1`, `null`, `anonymous`) and what Chinese shops' staff type into a required field. */
const junkWords = new Set([
  '-1',
  'null',
  'undefined',
  'anonymous',
  'none',
  'nan',
  'nil',
  'n/a',
  'na',
  'unknown',
  'guest',
  'test',
  'true',
  'false',
  '[object object]',
  '无',
  '未知',
  '匿名',
]);
const junkEmails = new Set([
  'test@test.com',
  'a@a.com',
  '1@1.com',
  'test@qq.com',
  '123@qq.com',
  'noreply@noreply.com',
]);
const junkPhones = new Set([
  '+8613800138000',
  '+8613800000000',
  '+8613888888888',
  '+8613900000000',
  '+8613912345678',
  '+8613812345678',
]);

/**
 * The one form of an identifier under which equal people meet: phones in E.164 (China when no country is given), emails in
 * lower case, the rest trimmed.
 *
 * @example normaliseIdentifier('phone', '138-1234-9876')   // { value: '+8613812349876' }
 * @example normaliseIdentifier('phone', '138****9876')     // { refused: 'masked' }
 * @example normaliseIdentifier('user_id', '0000')          // { refused: 'junk' }
 */
export function normaliseIdentifier(kind: IdentifierKind, stated: string): Normalised {
  const text = stated.normalize('NFKC').trim();
  if (text === '') return { refused: 'empty' };
  if (text.length > longest) return { refused: 'too_long' };
  if (/^[0-]*$/.test(text) || junkWords.has(text.toLowerCase())) return { refused: 'junk' };
  if (kind === 'phone') return phone(text);
  if (kind === 'email') return email(text);
  return text.includes('*') && kind !== 'anonymous_id' ? { refused: 'masked' } : { value: text };
}

function phone(text: string): Normalised {
  if (text.includes('*')) return { refused: 'masked' };
  const parsed = parsePhoneNumberFromString(text, 'CN');
  if (!parsed?.isPossible()) return { refused: 'malformed' };
  const isJunk = junkPhones.has(parsed.number) || /^(\d)\1+$/.test(parsed.nationalNumber);
  return isJunk ? { refused: 'junk' } : { value: parsed.number };
}

function email(text: string): Normalised {
  const lower = text.toLowerCase();
  if (lower.includes('*')) return { refused: 'masked' };
  if (!/^[^\s@"<>(),:;[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/.test(lower)) return { refused: 'malformed' };
  return junkEmails.has(lower) ? { refused: 'junk' } : { value: lower };
}

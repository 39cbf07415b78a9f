import type { BothLanguages, Rule } from '@siyu/contract/segment';
import { type Dictionary, referencesOf, sentenceOf } from '@siyu/engine/segment';
import type { Platform } from '../../platform/platform.ts';
import { ruleDictionary } from '../profile/index.ts';
import { segmentsByPublicId } from './store/segment-by-public-id.ts';

/** The names of everything that rules speak of. */
export async function dictionaryOf(
  platform: Platform,
  rules: readonly Rule[],
): Promise<Dictionary> {
  const named = [...referencesOf(rules).segments];
  const rows = await segmentsByPublicId(platform.postgres.db<unknown>(), named);
  const names = new Map([...rows].map(([id, row]) => [id, row.name]));
  return ruleDictionary(platform, rules, names);
}

/** What a rule says, in both languages. */
export async function sentenceOfRule(platform: Platform, rule: Rule): Promise<BothLanguages> {
  return sentenceOf(rule, await dictionaryOf(platform, [rule]));
}

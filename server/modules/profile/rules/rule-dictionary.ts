import { eventNames } from '@siyu/contract/collect';
import { identifierKinds } from '@siyu/contract/identity';
import type { BothLanguages, Rule } from '@siyu/contract/segment';
import { type Dictionary, referencesOf } from '@siyu/engine/segment';
import type { Platform } from '../../../platform/platform.ts';
import { eventWords } from '../../collect/index.ts';
import { nodesByCode, rootNode } from '../../org/index.ts';
import { tagsInForce } from '../tags/store/tags-in-force.ts';
import { traitWords, wordsOf } from '../traits/trait-words.ts';
import { eventReferences } from './event-references.ts';
import { channelWords, columnWords, propertyWords, purposeWords } from './rule-words.ts';

const same = (text: string): BothLanguages => ({ zh: text, en: text });

/** The names of everything that some rules speak of. `segments` gives the names of segments, which this module does not know. */
export async function ruleDictionary(
  platform: Platform,
  rules: readonly Rule[],
  segments: ReadonlyMap<string, string> = new Map(),
): Promise<Dictionary> {
  const db = platform.postgres.db<unknown>();
  const named = referencesOf(rules);
  const codes = [...named.columns.org, ...named.columns.store, ...named.consentOrgs];
  const [traits, events, tags, nodes, root, things] = await Promise.all([
    traitWords(db),
    eventWords(db),
    tagsInForce(db, [...named.tags]),
    nodesByCode(db, codes),
    rootNode(db),
    eventReferences(platform, named),
  ]);
  const org = (code: string) => {
    const node = nodes.get(code);
    return node ? { zh: node.name_zh, en: node.name_en } : same(code);
  };
  const currency = root?.currency ?? 'CNY';
  return {
    trait: (name) => {
      const { nameZh, nameEn } = wordsOf(traits, name);
      return { zh: nameZh, en: nameEn };
    },
    event: (name) => events.get(name) ?? eventNames[name] ?? same(name),
    property: (property) =>
      property.in === 'column' ? columnWords[property.name] : propertyWords(property.name),
    tag: (tag) => {
      const found = tags.get(tag);
      return found ? { zh: found.name_zh, en: found.name_en } : same(tag);
    },
    tagValue: (tag, value) => {
      const found = tags.get(tag)?.values.find((one) => one.value === value);
      return found ? { zh: found.zh, en: found.en } : same(value);
    },
    segment: (segment) => same(segments.get(segment) ?? segment),
    reference: (column, value) => {
      if (column === 'store' || column === 'org') return org(value);
      const thing = things[column as keyof typeof things]?.get(value);
      return same(thing?.name ?? value);
    },
    org,
    purpose: (name) => purposeWords[name] ?? same(name),
    channel: (name) => channelWords[name] ?? same(name),
    identifier: (kind) => identifierKinds[kind],
    money: (minor) => money(minor, currency),
  };
}

function money(minor: number, currency: string): BothLanguages {
  const show = (locale: string) => {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    return format.format(minor / 10 ** digits);
  };
  return { zh: show('zh-CN'), en: show('en-US') };
}

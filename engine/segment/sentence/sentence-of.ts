import {
  type AnyWindow,
  type BothLanguages,
  type EventLeaf,
  isLeaf,
  type Leaf,
  type Property,
  type PropertyFilter,
  type PropertyTest,
  propertyType,
  type Rule,
  type TraitTest,
} from '@siyu/contract/segment';
import { isPresenceTest, numberHolds } from '../measure.ts';
import { chinese } from './chinese.ts';
import type { Dictionary } from './dictionary.ts';
import { english } from './english.ts';
import type { Phrasebook } from './phrasebook.ts';

/**
 * What a rule says, for the builder and the audit log.
 *
 * @example sentenceOf({ kind: 'identifier', identifier: 'phone' }, dictionary) // { zh: '有手机号', en: 'has a phone' }
 */
export function sentenceOf(rule: Rule, dictionary: Dictionary): BothLanguages {
  return { zh: say(rule, chinese, dictionary), en: say(rule, english, dictionary) };
}

/** A window in words. */
export const windowSentence = (window: AnyWindow): BothLanguages => ({
  zh: chinese.window(window),
  en: english.window(window),
});

function say(rule: Rule, book: Phrasebook, names: Dictionary): string {
  if (isLeaf(rule)) return sayLeaf(rule, book, names);
  if (rule.kind === 'not') return book.not(say(rule.of, book, names));
  if (rule.of.length === 0) return book.everybody;
  const parts = rule.of.map((child) => {
    const text = say(child, book, names);
    const isJoint = (child.kind === 'and' || child.kind === 'or') && child.of.length > 1;
    return isJoint && rule.of.length > 1 && child.kind !== rule.kind ? book.bracket(text) : text;
  });
  return rule.kind === 'and' ? book.and(parts) : book.or(parts);
}

function sayLeaf(leaf: Leaf, book: Phrasebook, names: Dictionary): string {
  const name = (both: BothLanguages) => both[book.language];
  const quoted = (both: BothLanguages) => book.quote(name(both));
  switch (leaf.kind) {
    case 'known':
      return book.known;
    case 'identifier':
      return book.hasIdentifier(name(names.identifier(leaf.identifier)));
    case 'segment':
      return book.inSegment(quoted(names.segment(leaf.segment)));
    case 'org':
      return book.underOrg(quoted(names.org(leaf.org)));
    case 'consent': {
      const org = leaf.org === undefined ? null : quoted(names.org(leaf.org));
      return book.consent(
        name(names.purpose(leaf.purpose)),
        name(names.channel(leaf.channel)),
        org,
      );
    }
    case 'tag': {
      const values = leaf.values?.map((value) => quoted(names.tagValue(leaf.tag, value)));
      return book.hasTag(quoted(names.tag(leaf.tag)), values ? book.list(values) : null);
    }
    case 'trait':
      return sayTest(name(names.trait(leaf.trait)), leaf.test, book, String);
    case 'event':
      return sayEvent(leaf, book, names);
  }
}

type Show = (value: string | number | boolean) => string;

function sayTest(name: string, test: TraitTest, book: Phrasebook, show: Show): string {
  const value = (one: string | number | boolean) =>
    typeof one === 'boolean'
      ? book.truth(one)
      : typeof one === 'number'
        ? show(one)
        : book.quote(show(one));
  switch (test.op) {
    case 'within':
    case 'not_within':
      return book.within(name, book.window(test.window), test.op === 'within');
    case 'anniversary':
      return book.anniversary(name, test.from, test.to);
    case 'between':
      return book.compare(name, test.op, show(test.from), show(test.to));
    case 'exists':
    case 'absent':
      return book.compare(name, test.op, '');
    default:
      return 'values' in test
        ? book.compare(name, test.op, book.list(test.values.map(value)))
        : book.compare(name, test.op, value(test.value));
  }
}

/** How values of a property are shown: money with its unit, codes and ids by name. */
function shownAs(property: Property, book: Phrasebook, names: Dictionary): Show {
  if (property.in === 'column' && property.name === 'revenue') {
    return (value) => names.money(Number(value))[book.language];
  }
  return propertyType(property) === 'reference'
    ? (value) => names.reference(property.name, String(value))[book.language]
    : String;
}

function sayFilter({ property, test }: PropertyFilter, book: Phrasebook, names: Dictionary) {
  const name = names.property(property)[book.language];
  return sayTest(name, test as PropertyTest, book, shownAs(property, book, names));
}

function sayEvent(leaf: EventLeaf, book: Phrasebook, names: Dictionary): string {
  const named = book.list(
    leaf.events.map((event) => book.quote(names.event(event)[book.language])),
  );
  const filters = (leaf.where ?? []).map((filter) => sayFilter(filter, book, names));
  const events = book.events(named, filters);
  const window = book.window(leaf.window);
  const { measure, test } = leaf;
  if (isPresenceTest(leaf) && test.op !== 'within' && test.op !== 'not_within') {
    return book.presence(events, window, numberHolds(1, test));
  }
  const property = 'property' in measure ? names.property(measure.property)[book.language] : '';
  const isAmount = 'property' in measure && measure.of !== 'distinct';
  const show = isAmount ? shownAs(measure.property, book, names) : String;
  const said = sayTest('', test as TraitTest, book, show);
  const separator = book.language === 'en' && !said.startsWith(' ') ? ' ' : '';
  return book.measured({ events, window, measure: measure.of, property, test: separator + said });
}

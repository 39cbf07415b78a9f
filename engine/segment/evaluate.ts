import {
  type ConsentLeaf,
  type EventLeaf,
  type Property,
  type PropertyTest,
  propertyType,
  type Rule,
  type TraitTest,
} from '@siyu/contract/segment';
import { isInWindow, localDay } from './is-in-window.ts';
import { numberHolds } from './measure.ts';
import type { Moment } from './moment.ts';
import { type EventData, firstAnonymous, type OrgTree, type PersonData } from './people.ts';
import type { TraitCell } from './trait-cell.ts';

/** What rules mean, as plainly as it can be said and without regard to speed: the yardstick of everything faster. */
export function evaluate(rule: Rule, person: PersonData, moment: Moment, tree: OrgTree): boolean {
  switch (rule.kind) {
    case 'and':
      return rule.of.every((child) => evaluate(child, person, moment, tree));
    case 'or':
      return rule.of.some((child) => evaluate(child, person, moment, tree));
    case 'not':
      return !evaluate(rule.of, person, moment, tree);
    case 'known':
      return person.id < firstAnonymous;
    case 'identifier':
      return person.identifiers.includes(rule.identifier);
    case 'tag': {
      const values = person.tags[rule.tag] ?? [];
      return rule.values === undefined
        ? values.length > 0
        : rule.values.some((value) => values.includes(value));
    }
    case 'segment':
      return person.segments.includes(rule.segment);
    case 'org':
      return person.orgs.some((code) => tree.under(rule.org).includes(code));
    case 'consent':
      return consents(rule, person, tree);
    case 'trait':
      return traitHolds(person.traits[rule.trait] ?? { text: '', number: null }, rule.test, moment);
    case 'event':
      return eventsHold(rule, person, moment, tree);
  }
}

/** A grant and no withdrawal among what was said for the node and those above it. */
function consents(leaf: ConsentLeaf, person: PersonData, tree: OrgTree): boolean {
  const acts = person.consents.filter(
    (act) =>
      act.purpose === leaf.purpose &&
      act.channel === leaf.channel &&
      (leaf.org === undefined || tree.above(leaf.org).includes(act.org)),
  );
  return acts.length > 0 && acts.every((act) => act.granted);
}

function traitHolds(cell: TraitCell, test: TraitTest, moment: Moment): boolean {
  const list = cell.text.startsWith('[') ? parseList(cell.text) : null;
  switch (test.op) {
    case 'has_any':
      return list?.some((item) => test.values.includes(item)) ?? false;
    case 'has_all':
      return list !== null && test.values.every((value) => list.includes(value));
    case 'has_none':
      return list !== null && !list.some((item) => test.values.includes(item));
    case 'within':
      return cell.number !== null && isInWindow(cell.number, test.window, moment);
    case 'not_within':
      return cell.number !== null && !isInWindow(cell.number, test.window, moment);
    case 'anniversary':
      return isAnniversary(cell.text, test.from, test.to, moment);
    case 'exists':
      return cell.text !== '' || cell.number !== null;
    case 'absent':
      return cell.text === '' && cell.number === null;
    default: {
      const compared = 'values' in test ? test.values[0] : 'value' in test ? test.value : 0;
      return typeof compared === 'number'
        ? valueHolds(cell.number, test)
        : valueHolds(cell.text === '' ? null : cell.text, test);
    }
  }
}

function parseList(json: string): readonly string[] {
  try {
    return JSON.parse(json);
  } catch {
    return [];
  }
}

function isAnniversary(text: string, from: number, to: number, moment: Moment): boolean {
  if (!/^(\d{4}-)?\d{2}-\d{2}$/.test(text)) return false;
  for (let offset = from; offset <= to; offset++) {
    const today = localDay(moment.asOf, moment.zone).plus({ days: offset });
    if (today.toFormat('MM-dd') === text.slice(-5)) return true;
    const isShortFebruary = today.toFormat('MM-dd') === '02-28' && !today.isInLeapYear;
    if (isShortFebruary && text.endsWith('02-29')) return true;
  }
  return false;
}

function valueHolds(value: string | number | null, test: PropertyTest): boolean {
  if (test.op === 'absent') return value === null;
  if (value === null) return false;
  switch (test.op) {
    case 'exists':
      return true;
    case 'eq':
      return value === sameType(value, test.value);
    case 'ne':
      return value !== sameType(value, test.value);
    case 'in':
      return test.values.includes(value);
    case 'not_in':
      return !test.values.includes(value);
    case 'contains':
      return String(value).includes(test.value);
    case 'starts':
      return String(value).startsWith(test.value);
    default:
      return numberHolds(Number(value), test);
  }
}

const sameType = (value: string | number, compared: string | number | boolean) =>
  typeof value === 'string' ? String(compared) : Number(compared);

function eventsHold(leaf: EventLeaf, person: PersonData, moment: Moment, tree: OrgTree): boolean {
  const events = person.events.filter(
    (event) =>
      leaf.events.includes(event.name) &&
      event.time <= moment.asOf &&
      isInWindow(event.time, leaf.window, moment) &&
      (leaf.where ?? []).every(({ property, test }) => propertyHolds(event, property, test, tree)),
  );
  const { measure, test } = leaf;
  if (test.op === 'within' || test.op === 'not_within') {
    const times = events.map((event) => event.time);
    if (times.length === 0) return false;
    const time = measure.of === 'first' ? Math.min(...times) : Math.max(...times);
    return isInWindow(time, test.window, moment) === (test.op === 'within');
  }
  if (!('property' in measure)) return numberHolds(events.length, test);
  const values = events
    .map((event) => propertyOf(event, measure.property))
    .filter((value) => value !== null);
  if (measure.of === 'distinct') return numberHolds(new Set(values).size, test);
  const numbers = values.map(Number);
  const sum = numbers.reduce((total, value) => total + value, 0);
  if (measure.of === 'sum') return numberHolds(sum, test);
  if (numbers.length === 0) return false;
  if (measure.of === 'avg') return numberHolds(sum / numbers.length, test);
  return numberHolds(measure.of === 'min' ? Math.min(...numbers) : Math.max(...numbers), test);
}

function propertyHolds(
  event: EventData,
  property: Property,
  test: PropertyTest,
  tree: OrgTree,
): boolean {
  const value = propertyOf(event, property);
  if (property.name !== 'org' || propertyType(property) !== 'reference') {
    return valueHolds(value, test);
  }
  const isUnder = (code: unknown) => tree.under(String(code)).includes(String(value));
  if (value === null) return test.op === 'absent';
  if (test.op === 'eq') return isUnder(test.value);
  if (test.op === 'ne') return !isUnder(test.value);
  if (test.op === 'in') return test.values.some(isUnder);
  if (test.op === 'not_in') return !test.values.some(isUnder);
  return test.op === 'exists';
}

function propertyOf(event: EventData, property: Property): string | number | null {
  if (property.in === 'number') {
    return Object.hasOwn(event.number, property.name)
      ? (event.number[property.name] ?? null)
      : null;
  }
  const text =
    property.in === 'text'
      ? Object.hasOwn(event.text, property.name)
        ? event.text[property.name]
        : ''
      : event[property.name];
  return text === '' || text === undefined ? null : text;
}

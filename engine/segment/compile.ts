import type { EventLeaf, PropertyFilter, Rule } from '@siyu/contract/segment';
import { compileFilters } from './compile-filters.ts';
import { compileTrait } from './compile-trait.ts';
import { numberHolds } from './measure.ts';
import type { Moment } from './moment.ts';
import { type EventData, firstAnonymous, type OrgTree, type PersonData } from './people.ts';
import { propertyReader } from './property-reader.ts';
import { spanOf } from './span.ts';

export type PersonPredicate = (person: PersonData) => boolean;

/**
 * A rule as a function over plain people, for the few people of a decision or a trigger. Windows, sets and subtrees are
 * resolved once, so the function is valid for its moment only.
 */
export function compileRule(rule: Rule, moment: Moment, tree: OrgTree): PersonPredicate {
  switch (rule.kind) {
    case 'and': {
      const parts = rule.of.map((child) => compileRule(child, moment, tree));
      return (person) => parts.every((holds) => holds(person));
    }
    case 'or': {
      const parts = rule.of.map((child) => compileRule(child, moment, tree));
      return (person) => parts.some((holds) => holds(person));
    }
    case 'not': {
      const holds = compileRule(rule.of, moment, tree);
      return (person) => !holds(person);
    }
    case 'known':
      return (person) => person.id < firstAnonymous;
    case 'identifier':
      return (person) => person.identifiers.includes(rule.identifier);
    case 'tag': {
      const wanted = rule.values === undefined ? null : new Set(rule.values);
      return (person) =>
        person.tags[rule.tag]?.some((value) => wanted === null || wanted.has(value)) ?? false;
    }
    case 'segment':
      return (person) => person.segments.includes(rule.segment);
    case 'org': {
      const nodes = new Set(tree.under(rule.org));
      return (person) => person.orgs.some((code) => nodes.has(code));
    }
    case 'consent': {
      const nodes = rule.org === undefined ? null : new Set(tree.above(rule.org));
      return (person) => {
        let granted = false;
        for (const act of person.consents) {
          if (act.purpose !== rule.purpose || act.channel !== rule.channel) continue;
          if (nodes !== null && !nodes.has(act.org)) continue;
          if (!act.granted) return false;
          granted = true;
        }
        return granted;
      };
    }
    case 'trait': {
      const holds = compileTrait(rule.test, moment);
      return (person) => {
        const cell = person.traits[rule.trait];
        return holds(cell?.text ?? '', cell?.number ?? null);
      };
    }
    case 'event':
      return compileEventLeaf(rule, moment, tree);
  }
}

/** Whether a single event satisfies property filters: for triggers and wait-for steps. */
export function compileEventFilter(
  where: readonly PropertyFilter[],
  tree: OrgTree,
): (event: EventData) => boolean {
  return compileFilters(where, tree);
}

function compileEventLeaf(leaf: EventLeaf, moment: Moment, tree: OrgTree): PersonPredicate {
  const names = new Set(leaf.events);
  const span = spanOf(leaf.window, moment);
  const before = Math.min(span.before, moment.asOf + 1);
  const passes = compileFilters(leaf.where ?? [], tree);
  const matches = (event: EventData) =>
    names.has(event.name) && event.time >= span.from && event.time < before && passes(event);
  const { measure, test } = leaf;
  if (test.op === 'within' || test.op === 'not_within') {
    const inside = spanOf(test.window, moment);
    const wanted = test.op === 'within';
    const better = measure.of === 'first' ? Math.min : Math.max;
    return ({ events }) => {
      let found: number | null = null;
      for (const event of events) {
        if (matches(event)) found = found === null ? event.time : better(found, event.time);
      }
      return found !== null && (found >= inside.from && found < inside.before) === wanted;
    };
  }
  if (!('property' in measure)) {
    return ({ events }) => numberHolds(events.filter(matches).length, test);
  }
  const read = propertyReader(measure.property);
  const { of } = measure;
  if (of === 'distinct') {
    return ({ events }) => {
      const values = new Set(events.filter(matches).map(read));
      values.delete(null);
      return numberHolds(values.size, test);
    };
  }
  return ({ events }) => {
    let count = 0;
    let sum = 0;
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (const event of events) {
      const value = matches(event) ? read(event) : null;
      if (value === null) continue;
      const number = Number(value);
      count++;
      sum += number;
      least = Math.min(least, number);
      most = Math.max(most, number);
    }
    if (of === 'sum') return numberHolds(sum, test);
    if (count === 0) return false;
    return numberHolds(of === 'avg' ? sum / count : of === 'min' ? least : most, test);
  };
}

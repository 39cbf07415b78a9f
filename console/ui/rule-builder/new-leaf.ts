import type { Leaf, PropertyFilter, TraitTest, Vocabulary } from '@siyu/contract/segment';

type TraitType = Vocabulary['traits'][number]['type'];
type EventProperty = Vocabulary['events'][number]['properties'][number];

/** The test that a trait of a type starts with. */
export function newTraitTest(type: TraitType): TraitTest {
  if (type === 'number') return { op: 'gte', value: 0 };
  if (type === 'boolean') return { op: 'eq', value: true };
  if (type === 'time') return { op: 'within', window: { kind: 'last', days: 30 } };
  if (type === 'list') return { op: 'has_any', values: [] };
  return { op: 'in', values: [] };
}

/** The filter that a property of an event starts with. */
export function newFilter(property: EventProperty): PropertyFilter {
  const isNumber = property.in === 'number' || property.name === 'revenue';
  return {
    property: { in: property.in, name: property.name } as PropertyFilter['property'],
    test: isNumber ? { op: 'gte', value: 0 } : { op: 'in', values: [] },
  };
}

/** The condition "did this at least once in the last 30 days". */
export function newEventLeaf(event: string): Leaf {
  return {
    kind: 'event',
    events: [event],
    window: { kind: 'last', days: 30 },
    measure: { of: 'count' },
    test: { op: 'gte', value: 1 },
  };
}

import type { EventLeaf, NumberTest } from '@siyu/contract/segment';

/** Whether a number satisfies a test. */
export function numberHolds(value: number, test: NumberTest): boolean {
  switch (test.op) {
    case 'eq':
      return value === test.value;
    case 'ne':
      return value !== test.value;
    case 'gt':
      return value > test.value;
    case 'gte':
      return value >= test.value;
    case 'lt':
      return value < test.value;
    case 'lte':
      return value <= test.value;
    case 'between':
      return value >= test.from && value <= test.to;
  }
}

/** Whether people without a single matching event satisfy the condition: counts and sums of nothing are 0. */
export function holdsForNothing(leaf: EventLeaf): boolean {
  if (leaf.test.op === 'within' || leaf.test.op === 'not_within') return false;
  return ['count', 'sum', 'distinct'].includes(leaf.measure.of) && numberHolds(0, leaf.test);
}

/** Whether the condition asks no more than if there is a matching event, or if there is none. */
export function isPresenceTest(leaf: EventLeaf): boolean {
  const { test } = leaf;
  if (leaf.measure.of !== 'count') return false;
  return (
    (test.op === 'gte' && test.value === 1) ||
    (test.op === 'gt' && test.value === 0) ||
    (test.op === 'ne' && test.value === 0) ||
    (test.op === 'eq' && test.value === 0) ||
    (test.op === 'lt' && test.value === 1) ||
    (test.op === 'lte' && test.value === 0)
  );
}

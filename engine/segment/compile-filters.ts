import { type PropertyFilter, type PropertyTest, propertyType } from '@siyu/contract/segment';
import { numberHolds } from './measure.ts';
import type { EventData, OrgTree } from './people.ts';
import { propertyReader } from './property-reader.ts';

type ValueTest = (value: string | number) => boolean;

/** All property filters of a condition as one function. */
export function compileFilters(
  where: readonly PropertyFilter[],
  tree: OrgTree,
): (event: EventData) => boolean {
  const filters = where.map(({ property, test }) => {
    const read = propertyReader(property);
    if (test.op === 'absent') return (event: EventData) => read(event) === null;
    const isOrg = property.name === 'org' && propertyType(property) === 'reference';
    const holds = compileValueTest(test, isOrg ? (code) => tree.under(code) : (code) => [code]);
    return (event: EventData) => {
      const value = read(event);
      return value !== null && holds(value);
    };
  });
  return (event) => filters.every((passes) => passes(event));
}

/** A test of a value that is there. `expand` turns a compared text into all that it stands for. */
export function compileValueTest(
  test: Exclude<PropertyTest, { op: 'absent' }>,
  expand: (value: string) => readonly string[] = (value) => [value],
): ValueTest {
  const setOf = (values: readonly (string | number | boolean)[]) =>
    new Set(
      values.flatMap((value): readonly (string | number)[] =>
        typeof value === 'number' ? [value] : expand(String(value)),
      ),
    );
  switch (test.op) {
    case 'exists':
      return () => true;
    case 'eq':
    case 'ne': {
      const values = setOf([test.value]);
      return (value) => values.has(value) === (test.op === 'eq');
    }
    case 'in':
    case 'not_in': {
      const values = setOf(test.values);
      return (value) => values.has(value) === (test.op === 'in');
    }
    case 'contains':
      return (value) => String(value).includes(test.value);
    case 'starts':
      return (value) => String(value).startsWith(test.value);
    default:
      return (value) => numberHolds(Number(value), test);
  }
}

import { isLeaf, type Leaf, type Rule } from '@siyu/contract/segment';

/**
 * The one form of all rules that say the same by shape: joints flattened, double negation gone, children and lists in a fixed
 * order without repeats, default parts left out. Meaning is never changed.
 *
 * @example canonicalRule({ kind: 'not', of: { kind: 'not', of: leaf } }) // leaf
 */
export function canonicalRule(rule: Rule): Rule {
  if (isLeaf(rule)) return canonicalLeaf(rule);
  if (rule.kind === 'not') {
    const inner = canonicalRule(rule.of);
    return inner.kind === 'not' ? inner.of : { kind: 'not', of: inner };
  }
  const { kind } = rule;
  const children = rule.of
    .map(canonicalRule)
    .flatMap((child) => (child.kind === kind ? child.of : [child]));
  const byKey = new Map(children.map((child) => [keyOf(child), child]));
  const sorted = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, child]) => child);
  const [only] = sorted;
  return sorted.length === 1 && only !== undefined ? only : { kind, of: sorted };
}

/** A condition with its lists sorted; equal conditions become equal text under `leafKey`. */
export function canonicalLeaf(leaf: Leaf): Leaf {
  if (leaf.kind === 'tag' && leaf.values !== undefined) {
    return { ...leaf, values: sortedSet(leaf.values) };
  }
  if (leaf.kind === 'trait' && 'values' in leaf.test) {
    return { ...leaf, test: sortedValues(leaf.test) };
  }
  if (leaf.kind !== 'event') return leaf;
  const where = (leaf.where ?? []).map((filter) => ({
    ...filter,
    test: 'values' in filter.test ? sortedValues(filter.test) : filter.test,
  }));
  const { where: _, ...rest } = leaf;
  const filters = sortedSet(where.map(keyOf)).map((key) => JSON.parse(key));
  const events = sortedSet(leaf.events);
  return filters.length === 0 ? { ...rest, events } : { ...rest, events, where: filters };
}

/** Text that is equal for equal conditions and for no others. */
export const leafKey = (leaf: Leaf): string => keyOf(canonicalLeaf(leaf));

const sortedSet = <T extends string | number>(values: readonly T[]): T[] =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

function sortedValues<T extends { readonly values: readonly (string | number)[] }>(test: T): T {
  return { ...test, values: sortedSet(test.values) };
}

/** JSON with the keys of every object in alphabetical order. */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

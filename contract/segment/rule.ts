import { Type } from 'typebox';
import { type Leaf, leafSchemas } from './leaves.ts';

/**
 * Who is meant: conditions joined by and, or, not. An empty `and` is everybody.
 *
 * @example { kind: 'and', of: [{ kind: 'identifier', identifier: 'phone' }, { kind: 'not', of: { kind: 'tag', tag: 'tag_1' } }] }
 */
export type Rule =
  | { readonly kind: 'and'; readonly of: readonly Rule[] }
  | { readonly kind: 'or'; readonly of: readonly Rule[] }
  | { readonly kind: 'not'; readonly of: Rule }
  | Leaf;

export const ruleLimits = { depth: 10, leaves: 100 } as const;

/**
 * The rule in a request. Its schema only says that it is a node; `ruleFaults` checks the tree, because it can say which
 * node is wrong and why.
 */
export const RuleBody = Type.Unsafe<Rule>({
  type: 'object',
  additionalProperties: true,
  required: ['kind'],
  properties: {
    kind: { type: 'string', enum: ['and', 'or', 'not', ...Object.keys(leafSchemas)] },
  },
  description:
    '`and` and `or` hold a list under `of`, `not` one rule; the other kinds are conditions: trait, tag, event, consent, identifier, segment, org, known',
});

/** Whether a rule is a condition and not a joint. */
export const isLeaf = (rule: Rule): rule is Leaf =>
  rule.kind !== 'and' && rule.kind !== 'or' && rule.kind !== 'not';

/** The conditions of a rule, from left to right. */
export function leavesOf(rule: Rule): readonly Leaf[] {
  if (isLeaf(rule)) return [rule];
  return rule.kind === 'not' ? leavesOf(rule.of) : rule.of.flatMap(leavesOf);
}

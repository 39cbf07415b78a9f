import { isLeaf, type Rule } from '@siyu/contract/segment';

/** A joint that holds further rules. */
export type Group = Extract<Rule, { readonly kind: 'and' | 'or' }>;

/** A node of the editor: what is under a possible `not`. */
export interface Shown {
  readonly negated: boolean;
  readonly rule: Exclude<Rule, { readonly kind: 'not' }>;
}

/** Takes the `not`s off a node; two of them cancel out. */
export function shown(rule: Rule): Shown {
  if (rule.kind !== 'not') return { negated: false, rule };
  const inner = shown(rule.of);
  return { negated: !inner.negated, rule: inner.rule };
}

/** Puts a node back under its `not`. */
export const hidden = ({ negated, rule }: Shown): Rule =>
  negated ? { kind: 'not', of: rule } : rule;

/** The rule as the builder draws it: a group on top. */
export function asGroup(rule: Rule | undefined): Group {
  if (rule === undefined) return { kind: 'and', of: [] };
  return rule.kind === 'and' || rule.kind === 'or' ? rule : { kind: 'and', of: [rule] };
}

/** Whether everything in the rule has been filled in far enough to be counted. */
export function isCountable(rule: Rule): boolean {
  if (rule.kind === 'not') return isCountable(rule.of);
  if (!isLeaf(rule)) return rule.of.length > 0 && rule.of.every(isCountable);
  if (rule.kind === 'trait') return isFilled(rule.test);
  if (rule.kind === 'event') {
    return isFilled(rule.test) && (rule.where ?? []).every((filter) => isFilled(filter.test));
  }
  return true;
}

function isFilled(test: object): boolean {
  if ('value' in test && test.value === '') return false;
  return !('values' in test) || (Array.isArray(test.values) && test.values.length > 0);
}

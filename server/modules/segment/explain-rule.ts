import { type HeadCount, isLeaf, type Leaf, type Rule } from '@siyu/contract/segment';
import { sentenceOf } from '@siyu/engine/segment';
import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { countRules } from './count-rule.ts';
import { requireRule } from './rule-in-scope.ts';
import { dictionaryOf } from './sentence-of-rule.ts';

/** What a rule says, and how many people of a scope satisfy it and each of its conditions. */
export async function explainRule(platform: Platform, scope: Scope, rule: Rule) {
  requireRule(rule);
  const leaves = placesOf(rule, '');
  const rules = [rule, ...leaves.map(({ leaf }) => leaf)];
  const [{ counts }, names] = await Promise.all([
    countRules(platform, scope, rules, { name: 'segment.explain_rule' }),
    dictionaryOf(platform, [rule]),
  ]);
  const [count, ...ofLeaves] = counts as [HeadCount, ...HeadCount[]];
  return {
    sentence: sentenceOf(rule, names),
    count,
    leaves: leaves.map(({ path, leaf }, index) => ({
      path,
      sentence: sentenceOf(leaf, names),
      count: ofLeaves[index] as HeadCount,
    })),
  };
}

function placesOf(rule: Rule, path: string): readonly { path: string; leaf: Leaf }[] {
  if (isLeaf(rule)) return [{ path, leaf: rule }];
  if (rule.kind === 'not') return placesOf(rule.of, `${path}/of`);
  return rule.of.flatMap((child, index) => placesOf(child, `${path}/of/${index}`));
}

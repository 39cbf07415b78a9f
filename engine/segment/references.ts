import { leavesOf, type Rule } from '@siyu/contract/segment';
import type { ReferenceColumn } from './sources.ts';

/** Everything that rules name by code or public id, and that must therefore be looked up before they are printed. */
export interface References {
  readonly tags: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
  /** Codes of nodes that consent is asked for. */
  readonly consentOrgs: ReadonlySet<string>;
  readonly columns: Readonly<Record<ReferenceColumn, ReadonlySet<string>>>;
}

/** Gathers what rules refer to. */
export function referencesOf(rules: readonly Rule[]): References {
  const tags = new Set<string>();
  const segments = new Set<string>();
  const consentOrgs = new Set<string>();
  const columns = {
    store: new Set<string>(),
    org: new Set<string>(),
    source: new Set<string>(),
    campaign: new Set<string>(),
    journey: new Set<string>(),
  };
  for (const leaf of rules.flatMap(leavesOf)) {
    if (leaf.kind === 'tag') tags.add(leaf.tag);
    if (leaf.kind === 'segment') segments.add(leaf.segment);
    if (leaf.kind === 'org') columns.org.add(leaf.org);
    if (leaf.kind === 'consent' && leaf.org !== undefined) consentOrgs.add(leaf.org);
    if (leaf.kind !== 'event') continue;
    for (const { property, test } of leaf.where ?? []) {
      if (property.in !== 'column' || !(property.name in columns)) continue;
      const values = 'values' in test ? test.values : 'value' in test ? [test.value] : [];
      for (const value of values) columns[property.name as ReferenceColumn].add(String(value));
    }
  }
  return { tags, segments, consentOrgs, columns };
}

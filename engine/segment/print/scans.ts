import type { EventLeaf, IdentifierLeaf, Leaf, TraitLeaf } from '@siyu/contract/segment';
import { leafKey } from '../canonical.ts';
import type { Moment } from '../moment.ts';
import type { Sources } from '../sources.ts';
import { eventScan } from './event-scan.ts';
import {
  consentScan,
  identifierScan,
  type Named,
  orgScan,
  storedScan,
  traitScan,
} from './other-scans.ts';
import type { Scan } from './scan.ts';

/** The passes that answer all conditions of a rule; equal conditions are one, those on the same rows share a pass. */
export function scansOf(
  leaves: readonly Leaf[],
  sources: Sources,
  moment: Moment,
): readonly Scan[] {
  const groups = new Map<string, Named<Leaf>[]>();
  const seen = new Set<string>();
  for (const leaf of leaves) {
    const key = leafKey(leaf);
    if (seen.has(key) || leaf.kind === 'known') continue;
    const named = { key, alias: `l${seen.size}`, leaf };
    seen.add(key);
    const rows = rowsOf(leaf, key);
    groups.set(rows, [...(groups.get(rows) ?? []), named]);
  }
  return [...groups.values()].map((group) => scanOf(group, sources, moment));
}

/** What the conditions that may share a pass have in common. */
function rowsOf(leaf: Leaf, key: string): string {
  if (leaf.kind === 'trait') return `trait ${leaf.trait}`;
  if (leaf.kind === 'identifier') return 'identifier';
  if (leaf.kind === 'event') return `event ${JSON.stringify([...new Set(leaf.events)].sort())}`;
  return key;
}

function scanOf(group: readonly Named<Leaf>[], sources: Sources, moment: Moment): Scan {
  const [first] = group as [Named<Leaf>];
  const { key, alias, leaf } = first;
  switch (leaf.kind) {
    case 'event':
      return eventScan(group as readonly Named<EventLeaf>[], sources, moment);
    case 'trait':
      return traitScan(group as readonly Named<TraitLeaf>[], sources, moment);
    case 'identifier':
      return identifierScan(group as readonly Named<IdentifierLeaf>[], sources);
    case 'consent':
      return consentScan({ key, alias, leaf }, sources);
    case 'org':
      return orgScan({ key, alias, leaf }, sources);
    case 'tag':
    case 'segment':
      return storedScan({ key, alias, leaf }, sources);
    case 'known':
      throw new TypeError('"known" is answered by the id alone');
  }
}

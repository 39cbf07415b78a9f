import type { EventData, OrgTree, PersonData, TraitCell } from '@siyu/engine/segment';
import { orgCode, orgIds, orgsUnder } from './pools.ts';
import type { World, WorldEvent } from './random-world.ts';

const idOf = (code: string) => orgIds.find((one) => orgCode(one) === code);

export const worldTree: OrgTree = {
  under: (code) => {
    const id = idOf(code);
    return id === undefined ? [] : orgsUnder(id).map(orgCode);
  },
  above: (code) => {
    const id = idOf(code);
    return id === undefined ? [] : orgIds.filter((one) => orgsUnder(one).includes(id)).map(orgCode);
  },
};

/** The people of a world as the domain sees them: merges followed, the erased gone, the scope applied. */
export function peopleOf(world: World): readonly PersonData[] {
  const override = new Map(world.overrides.map((row) => [row.id, row.person]));
  const mapped = new Map(
    world.identities.map((row) => [row.id, override.get(row.id) ?? row.person]),
  );
  const scope = new Set(orgsUnder(world.scope));
  const inScope = (id: number) =>
    world.identities
      .filter((row) => mapped.get(row.id) === id)
      .some(
        (row) => world.scope === 1 || world.orgs.some((o) => o.id === row.id && scope.has(o.org)),
      );
  const ids = [...new Set(mapped.values())].filter((id) => id !== 0 && inScope(id));
  return ids.map((id) => {
    const own = <Row extends { readonly id: number }>(rows: readonly Row[]) =>
      rows.filter((row) => mapped.get(row.id) === id);
    const traits: Record<string, TraitCell> = {};
    for (const row of [...own(world.traits)].sort((a, b) => a.at - b.at))
      traits[row.name] = row.cell;
    const acts = new Map<string, PersonData['consents'][number]>();
    for (const row of [...own(world.consents)].sort((a, b) => a.at - b.at)) {
      const { purpose, channel, granted } = row;
      const act = { purpose, channel, org: orgCode(row.org), granted };
      acts.set(JSON.stringify([row.id, purpose, channel, row.org]), act);
    }
    const tags: Record<string, string[]> = {};
    for (const row of world.tags) {
      if (row.people.includes(id)) tags[row.tag] = [...(tags[row.tag] ?? []), row.value];
    }
    return {
      id,
      identifiers: own(world.identities).map((row) => row.kind),
      traits,
      tags,
      segments: world.segments.filter((row) => row.people.includes(id)).map((row) => row.segment),
      orgs: own(world.orgs).map((row) => orgCode(row.org)),
      consents: [...acts.values()],
      events: own(world.events).map(eventData),
    };
  });
}

const eventData = ({ id: _, store, org, source, campaign, ...event }: WorldEvent): EventData => ({
  ...event,
  currency: 'CNY',
  product: '',
  category: '',
  journey: '',
  store: orgCode(store),
  org: orgCode(org),
  source: orgCode(source),
  campaign: orgCode(campaign),
});

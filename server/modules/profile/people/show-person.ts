import { identifierKinds } from '@siyu/contract/identity';
import type { PersonView } from '@siyu/contract/profile';
import { mask } from '@siyu/engine/privacy';
import type { Actor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { sourceNames } from '../../collect/index.ts';
import { identitiesWithSource, mapChangesOf, nodesOfIdentities } from '../../identity/index.ts';
import { nodesById } from '../../org/index.ts';
import { consentsOf, type PersonalBox, readBoxes } from '../../privacy/index.ts';
import { traitWords, wordsOf } from '../traits/trait-words.ts';
import { traitsOfIdentities } from '../traits/traits-of-person.ts';
import { describeRows, mayReveal } from './describe-people.ts';
import { personInScope } from './person-in-scope.ts';
import { personTotals } from './person-totals.ts';

const nothing: PersonalBox = { identifiers: {}, traits: {} };
const kindOfCode = new Map(
  Object.entries(identifierKinds).map(([kind, entry]) => [
    entry.code as number,
    { kind, ...entry },
  ]),
);

/** The 360° view of a person, masked. */
export async function showPerson(
  platform: Platform,
  actor: Actor,
  person: string,
): Promise<PersonView> {
  const db = platform.postgres.db<unknown>();
  const row = await personInScope(db, actor.scope, person);
  const identities = await identitiesWithSource(db, [row.person_id]);
  const identityIds = identities.map((identity) => identity.identity_id);
  const [[line], boxes, traits, words, consents, sources, orgIds, history, totals] =
    await Promise.all([
      describeRows(platform, [row]),
      readBoxes(db, platform.keys, [row.person_id]),
      traitsOfIdentities(db, identityIds),
      traitWords(db),
      consentsOf(db, identityIds),
      sourceNames(db),
      nodesOfIdentities(db, identityIds),
      mapChangesOf(db, row.person_id),
      personTotals(platform, identityIds),
    ]);
  const box = boxes.get(row.person_id) ?? nothing;
  const nodes = await nodesById(db, [
    ...new Set([...orgIds, ...consents.map((consent) => consent.org_id)]),
  ]);
  const inForce = new Set<string>();
  return {
    ...(line as NonNullable<typeof line>),
    identifiers: identities.map((identity) => {
      const kind = kindOfCode.get(identity.kind);
      const value = box.identifiers[String(identity.identity_id)]?.value ?? '';
      return {
        kind: kind?.kind ?? '',
        kindZh: kind?.zh ?? '',
        kindEn: kind?.en ?? '',
        value: kind?.personal ? mask(kind.kind, value) : value,
        source: sources.get(identity.source_id) ?? '',
        since: identity.first_seen_at.toISOString(),
      };
    }),
    traits: [
      ...Object.entries(box.traits).map(([name, { value, at }]) => ({
        name,
        ...wordsOf(words, name),
        value: mask(name, String(value)),
        personal: true,
        source: '',
        at,
      })),
      ...traits.map((trait) => ({
        name: trait.name,
        ...wordsOf(words, trait.name),
        value: trait.value as string | number | boolean,
        personal: false,
        source: sources.get(trait.source_id) ?? '',
        at: trait.at.toISOString(),
      })),
    ],
    consents: consents.map((consent) => {
      const question = `${consent.purpose} ${consent.channel} ${consent.org_id}`;
      const isFirst = !inForce.has(question);
      inForce.add(question);
      const node = nodes.get(consent.org_id);
      return {
        purpose: consent.purpose,
        channel: consent.channel,
        brandZh: node?.name_zh ?? '',
        brandEn: node?.name_en ?? '',
        state: consent.state,
        source: sources.get(consent.source_id) ?? '',
        evidence: consent.evidence,
        at: consent.at.toISOString(),
        inForce: isFirst,
      };
    }),
    nodes: orgIds.flatMap((orgId) => {
      const node = nodes.get(orgId);
      return node ? [{ nameZh: node.name_zh, nameEn: node.name_en, kind: node.kind }] : [];
    }),
    history: history.map((change) => ({
      at: change.at.toISOString(),
      reason: change.reason,
      from: change.from_person,
      to: change.to_person,
      via: String((change.evidence as { kind?: string }).kind ?? ''),
    })),
    totals,
    mayReveal: mayReveal(actor),
  };
}

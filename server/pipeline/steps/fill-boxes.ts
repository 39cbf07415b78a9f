import { isPersonalName } from '@siyu/engine/privacy';
import type { Kysely } from 'kysely';
import { emptyBox, type PersonalBox, uniteBoxes, writeBoxes } from '../../modules/privacy/index.ts';
import type { PipelineContext } from '../context.ts';
import type { Draft, Entry } from '../draft.ts';

/** Puts the values of new identifiers, and personal traits, into the personal boxes. */
export async function fillBoxes(
  tx: Kysely<unknown>,
  context: PipelineContext,
  draft: Draft,
): Promise<void> {
  const fresh = new Set(draft.identity?.changes.created.map(({ identityId }) => identityId));
  const additions = new Map<number, PersonalBox>();
  const add = (personId: number, box: PersonalBox) =>
    additions.set(personId, uniteBoxes(additions.get(personId) ?? emptyBox, box));

  for (const entry of draft.entries) {
    const at = entry.time.toISOString();
    for (const identifier of entry.identifiers) {
      const held = draft.identity?.identityOf(identifier);
      if (!held || !fresh.delete(held.identityId)) continue;
      const { kind, value } = identifier;
      add(held.personId, { identifiers: { [held.identityId]: { kind, value, at } }, traits: {} });
    }
    const traits = personalTraits(entry, at);
    if (entry.act && traits) add(entry.act.personId, { identifiers: {}, traits });
  }
  await writeBoxes(tx, context.platform.keys, additions, draft.at);
}

function personalTraits({ message }: Entry, at: string): PersonalBox['traits'] | undefined {
  const personal = Object.entries(message.traits ?? {}).filter(
    ([name, value]) =>
      isPersonalName(name) && value !== null && value !== undefined && value !== '',
  );
  return personal.length === 0
    ? undefined
    : Object.fromEntries(personal.map(([name, value]) => [name, { value, at }]));
}

import { birthdayParts, isPersonalName } from '@siyu/engine/privacy';
import type { Kysely } from 'kysely';
import {
  defineTraits,
  recordTraits,
  type StatedTrait,
  traitType,
} from '../../modules/profile/index.ts';
import type { PipelineContext } from '../context.ts';
import type { Draft, Entry } from '../draft.ts';

/** Writes traits that are not personal, and the countable parts of those that are (birthday, email domain). */
export async function keepTraits(
  tx: Kysely<unknown>,
  context: PipelineContext,
  draft: Draft,
): Promise<void> {
  const stated = draft.entries.flatMap(traitsOf);
  const fresh = new Map<string, StatedTrait>();
  for (const trait of stated)
    if (!context.knownNames.has(`trait ${trait.name}`)) fresh.set(trait.name, trait);
  await defineTraits(
    tx,
    [...fresh.values()].map(({ name, value }) => ({
      name,
      type: traitType(value),
      personal: false,
    })),
    draft.at,
  );
  draft.traits = await recordTraits(tx, stated);
}

function traitsOf(entry: Entry): StatedTrait[] {
  const { act, message, source } = entry;
  if (!act || !message.traits) return [];
  const countable: [string, unknown][] = [];
  for (const [name, value] of Object.entries(message.traits)) {
    if (!isPersonalName(name)) countable.push([name, value]);
    else if (name === 'birthday') {
      const parts = birthdayParts(value);
      if (parts) countable.push(['birth_year', parts.year], ['birthday_month_day', parts.monthDay]);
    }
  }
  const email = entry.identifiers.find(({ kind }) => kind === 'email');
  if (email) countable.push(['email_domain', email.value.slice(email.value.indexOf('@') + 1)]);
  return countable.flatMap(([name, value]) => {
    const kept = keptValue(value);
    return kept === undefined
      ? []
      : [
          {
            ...act,
            name: name.slice(0, 100),
            value: kept,
            sourceId: source.sourceId,
            at: entry.time,
          },
        ];
  });
}

/** Text, numbers, booleans and lists of text or numbers are traits; objects are kept as JSON text. */
function keptValue(value: unknown): StatedTrait['value'] | undefined {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '');
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'boolean') return value;
  if (
    Array.isArray(value) &&
    value.every((item) => typeof item === 'string' || typeof item === 'number')
  ) {
    return value as (string | number)[];
  }
  return value === null || value === undefined ? undefined : JSON.stringify(value);
}

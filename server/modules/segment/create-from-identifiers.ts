import { type IdentifierKind, identifierKinds } from '@siyu/contract/identity';
import { normaliseIdentifier } from '@siyu/engine/identity';
import type { Actor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { peopleOfHashes } from '../identity/index.ts';
import { showSegment } from './show-segments.ts';
import { writeList } from './write-list.ts';

type Reason = 'empty' | 'not_an_identifier' | 'nobody_known' | 'outside_scope';

/** Saves the people of a pasted list as a static segment; every row without a person comes back with its reason. */
export async function createFromIdentifiers(
  platform: Platform,
  actor: Actor,
  input: {
    readonly name: string;
    readonly description?: string;
    readonly identifier: IdentifierKind;
    readonly values: readonly string[];
  },
) {
  const { identifier, values } = input;
  const hashes = values.map((value) => {
    const normalised = normaliseIdentifier(identifier, value);
    return 'value' in normalised ? platform.keys.hash(identifier, normalised.value) : null;
  });
  const found = await peopleOfHashes(
    platform.postgres.db<unknown>(),
    actor.scope,
    identifierKinds[identifier].code,
    [...new Set(hashes.filter((hash) => hash !== null))],
  );
  const reasonFor = (value: string, hash: string | null): Reason | null => {
    if (value.trim() === '') return 'empty';
    if (hash === null) return 'not_an_identifier';
    const person = found.get(hash);
    if (!person) return 'nobody_known';
    return person.in_scope ? null : 'outside_scope';
  };
  const reasons = values.map((value, index) => reasonFor(value, hashes[index] ?? null));
  const personIds = [...found.values()].flatMap((row) => (row.in_scope ? row.person_id : []));
  const people = [...new Set(personIds)];
  const { zh, en } = identifierKinds[identifier];
  const row = await writeList(platform, actor, {
    name: input.name,
    description: input.description ?? '',
    origin: 'identifiers',
    sentence: {
      zh: `粘贴的 ${values.length} 个${zh}中认出的 ${people.length} 人`,
      en: `${people.length} people found under ${values.length} pasted values (${en})`,
    },
    personIds: people,
  });
  return {
    segment: await showSegment(platform, row),
    rows: values.length,
    matched: reasons.filter((reason) => reason === null).length,
    people: people.length,
    unmatched: reasons.flatMap((reason, index) =>
      reason === null ? [] : [{ row: index + 1, reason }],
    ),
  };
}

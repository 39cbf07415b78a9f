import type { Kysely } from 'kysely';
import type { KeyRing } from '../../platform/crypto/index.ts';
import { readBoxes } from '../privacy/index.ts';
import type { VariableValues } from './compile-template.ts';

/** The values of `person.…` variables for some people; what is not known of a person is absent. */
export async function personValues(
  platform: { readonly postgres: { db<T>(): Kysely<T> }; readonly keys: KeyRing },
  personIds: readonly number[],
): Promise<ReadonlyMap<number, VariableValues>> {
  const boxes = await readBoxes(platform.postgres.db<unknown>(), platform.keys, personIds);
  const values = new Map<number, VariableValues>();
  for (const [personId, { traits, identifiers }] of boxes) {
    const text = (name: string): string => {
      const value = traits[name]?.value;
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    };
    const phones = Object.values(identifiers)
      .filter(({ kind }) => kind === 'phone')
      .sort((a, b) => (a.at < b.at ? 1 : -1));
    values.set(personId, {
      'person.name': text('name'),
      'person.first_name': text('first_name'),
      'person.birthday': text('birthday').slice(-5),
      'person.phone_last4': phones[0]?.value.slice(-4) ?? '',
    });
  }
  return values;
}

import type { Kysely } from 'kysely';
import type { KeyRing } from '../../platform/crypto/index.ts';
import { emptyBox, type PersonalBox, uniteBoxes } from './box.ts';
import { boxesOf, putBoxes } from './store/boxes.ts';
import { putBlindIndex } from './store/put-blind-index.ts';

/** Adds personal values to the boxes of people, and makes them findable by the last four digits of a phone and by name. */
export async function writeBoxes(
  tx: Kysely<unknown>,
  keys: KeyRing,
  additions: ReadonlyMap<number, PersonalBox>,
  at: Date,
): Promise<void> {
  if (additions.size === 0) return;
  const stored = await boxesOf(tx, [...additions.keys()]);
  const open = await keys.opener(stored.map((box) => box.key_id));
  const before = new Map(stored.map((box) => [box.person_id, readBox(open(box.key_id, box.body))]));
  const sealer = await keys.sealer('box', at);
  await putBoxes(
    tx,
    [...additions].map(([personId, addition]) => ({
      person_id: personId,
      key_id: sealer.keyId,
      body: sealer.seal(JSON.stringify(uniteBoxes(before.get(personId) ?? emptyBox, addition))),
    })),
    at,
  );
  await putBlindIndex(
    tx,
    [...additions].flatMap(([personId, addition]) =>
      blindEntries(keys, addition).map((entry) => ({ ...entry, personId })),
    ),
  );
}

export const readBox = (plain: Buffer): PersonalBox => JSON.parse(plain.toString()) as PersonalBox;

/** Hash under which a person is found by a name in full, or by the last four digits of a phone. */
export function blindHash(keys: KeyRing, field: 'phone_tail' | 'name', value: string): string {
  return keys.hash(`blind ${field}`, value.normalize('NFKC').trim().toLowerCase());
}

function blindEntries(keys: KeyRing, box: PersonalBox): { field: string; hash: string }[] {
  const phones = Object.values(box.identifiers).filter(({ kind }) => kind === 'phone');
  const name = box.traits.name?.value;
  return [
    ...phones.map(({ value }) => ({
      field: 'phone_tail',
      hash: blindHash(keys, 'phone_tail', value.slice(-4)),
    })),
    ...(typeof name === 'string' && name !== ''
      ? [{ field: 'name', hash: blindHash(keys, 'name', name) }]
      : []),
  ];
}

import type { Kysely } from 'kysely';
import type { KeyRing } from '../../platform/crypto/index.ts';
import { originsOf } from '../identity/index.ts';
import { emptyBox, type PersonalBox, uniteBoxes } from './box.ts';
import { boxesOf } from './store/boxes.ts';
import { readBox } from './write-boxes.ts';

/** The personal boxes of people, each united over everyone who was merged into the person. People without one get an empty box. */
export async function readBoxes(
  db: Kysely<unknown>,
  keys: KeyRing,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, PersonalBox>> {
  const origins = await originsOf(db, personIds);
  const sealed = await boxesOf(db, [...origins.keys()]);
  const open = await keys.opener(sealed.map((box) => box.key_id));
  const boxes = new Map<number, PersonalBox>(personIds.map((personId) => [personId, emptyBox]));
  for (const box of sealed) {
    const personId = origins.get(box.person_id) as number;
    boxes.set(
      personId,
      uniteBoxes(boxes.get(personId) ?? emptyBox, readBox(open(box.key_id, box.body))),
    );
  }
  return boxes;
}

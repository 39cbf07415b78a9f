import type { Platform } from '../../../platform/platform.ts';
import { readBoxes } from '../../privacy/index.ts';
import { traitsOfPeople } from '../traits/traits-of-people.ts';

/** What a template may say about a person: name and other traits by name. */
export type TemplateData = Readonly<Record<string, unknown>>;

/** Traits of people for rendering messages, personal ones in the clear: never to be shown to staff or stored unsealed. */
export async function templateData(
  platform: Platform,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, TemplateData>> {
  const db = platform.postgres.db<unknown>();
  const [boxes, traits] = await Promise.all([
    readBoxes(db, platform.keys, personIds),
    traitsOfPeople(db, personIds),
  ]);
  return new Map(
    personIds.map((personId) => {
      const personal = Object.entries(boxes.get(personId)?.traits ?? {}).map(
        ([name, { value }]) => [name, value],
      );
      return [personId, { ...traits.get(personId), ...Object.fromEntries(personal) }];
    }),
  );
}

import { type Kysely, sql } from 'kysely';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The display names of every event that ever came in. */
export async function eventWords(
  db: Kysely<unknown>,
): Promise<ReadonlyMap<string, Words & { readonly named: boolean }>> {
  const { rows } = await sql<{ name: string; zh: string; en: string; named: boolean }>`
    select name, name_zh as zh, name_en as en, named from collect.event_definition order by name`.execute(
    db,
  );
  return new Map(rows.map(({ name, zh, en, named }) => [name, { zh, en, named }]));
}

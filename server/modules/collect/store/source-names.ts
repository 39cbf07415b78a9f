import { type Kysely, sql } from 'kysely';

/** The name of every source by its id. */
export async function sourceNames(db: Kysely<unknown>): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{
    source_id: number;
    name: string;
  }>`select source_id, name from collect.source`.execute(db);
  return new Map(rows.map((row) => [row.source_id, row.name]));
}

import { type Kysely, sql } from 'kysely';

export interface StatedTrait {
  readonly identityId: number;
  readonly personId: number;
  readonly name: string;
  readonly value: string | number | boolean | readonly (string | number)[];
  readonly sourceId: number;
  readonly at: Date;
}

/**
 * Writes traits as one identity last stated them and returns those that moved on. A statement older than the stored one
 * changes nothing; an equal value stated later renews its time, which decides between identities of one person.
 */
export async function recordTraits(
  tx: Kysely<unknown>,
  stated: readonly StatedTrait[],
): Promise<readonly StatedTrait[]> {
  const latest = new Map<string, StatedTrait>();
  for (const trait of stated) {
    const key = `${trait.identityId} ${trait.name}`;
    const before = latest.get(key);
    if (!before || before.at <= trait.at) latest.set(key, trait);
  }
  const traits = [...latest.values()];
  if (traits.length === 0) return [];
  const { rows } = await sql<{ identity_id: number; name: string }>`
    insert into profile.trait (identity_id, name, value, source_id, at)
    select identity_id, name, value, source_id, at
    from unnest(
      ${traits.map((trait) => trait.identityId)}::bigint[], ${traits.map((trait) => trait.name)}::text[],
      ${traits.map((trait) => JSON.stringify(trait.value))}::jsonb[], ${traits.map((trait) => trait.sourceId)}::int[],
      ${traits.map((trait) => trait.at)}::timestamptz[]
    ) as stated (identity_id, name, value, source_id, at)
    on conflict (identity_id, name) do update
    set value = excluded.value, source_id = excluded.source_id, at = excluded.at
    where excluded.at > trait.at or (excluded.at = trait.at and excluded.value is distinct from trait.value)
    returning identity_id, name`.execute(tx);
  return rows.flatMap((row) => latest.get(`${row.identity_id} ${row.name}`) ?? []);
}

import { type TagDefinition, type TagValue, valuesOf } from '@siyu/contract/profile';
import { type Kysely, sql } from 'kysely';

/** What rules and lists need of a tag. */
export interface TagInForce {
  readonly tag_id: number;
  readonly public_id: string;
  readonly generation: number;
  readonly name_zh: string;
  readonly name_en: string;
  readonly kind: string;
  readonly definition: TagDefinition;
  readonly values: readonly TagValue[];
}

/** Active tags by public id; all of them when no ids are given. Archived and unknown ones are absent. */
export async function tagsInForce(
  db: Kysely<unknown>,
  publicIds: readonly string[] | 'all',
): Promise<ReadonlyMap<string, TagInForce>> {
  if (publicIds.length === 0) return new Map();
  const wanted = publicIds === 'all' ? sql`true` : sql`public_id = any(${[...publicIds]}::text[])`;
  const { rows } = await sql<Omit<TagInForce, 'values'>>`
    select tag_id, public_id, generation, name_zh, name_en, kind, definition
    from profile.tag where state = 'active' and ${wanted} order by tag_id desc`.execute(db);
  return new Map(
    rows.map((row) => [row.public_id, { ...row, values: valuesOf(row.definition) ?? [] }]),
  );
}

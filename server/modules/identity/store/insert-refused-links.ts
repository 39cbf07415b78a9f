import { type Kysely, sql } from 'kysely';

export interface RefusedLink {
  readonly kind: number;
  readonly hash: string;
  readonly personId: number;
  readonly otherPersonId: number | null;
  readonly reason: string;
}

/** Writes down what the rules did not link and why. */
export async function insertRefusedLinks(
  db: Kysely<unknown>,
  links: readonly RefusedLink[],
  blockId: number,
  at: Date,
): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into identity.refused_link (kind, hash, person_id, other_person_id, reason, block_id, at)
    select kind, hash, person_id, other_person_id, reason, ${blockId}, ${at}
    from unnest(
      ${links.map((link) => link.kind)}::smallint[], ${links.map((link) => link.hash)}::uuid[],
      ${links.map((link) => link.personId)}::bigint[], ${links.map((link) => link.otherPersonId)}::bigint[],
      ${links.map((link) => link.reason)}::text[]
    ) as link (kind, hash, person_id, other_person_id, reason)`.execute(db);
}

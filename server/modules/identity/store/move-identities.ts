import { type Kysely, sql } from 'kysely';

export interface Move {
  readonly identityId: number;
  readonly from: number;
  readonly to: number;
  readonly reason: 'login' | 'shared_identifier';
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** Changes the map identity → person and writes each change down, so that it can be explained and undone. */
export async function moveIdentities(
  db: Kysely<unknown>,
  moves: readonly Move[],
  blockId: number,
  at: Date,
): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    with move as (
      select * from unnest(
        ${moves.map((move) => move.identityId)}::bigint[], ${moves.map((move) => move.from)}::bigint[],
        ${moves.map((move) => move.to)}::bigint[], ${moves.map((move) => move.reason)}::text[],
        ${moves.map((move) => JSON.stringify(move.evidence))}::jsonb[]
      ) as t (identity_id, from_person_id, to_person_id, reason, evidence)
    ), moved as (
      update identity.identity set person_id = move.to_person_id
      from move where identity.identity_id = move.identity_id
    )
    insert into identity.map_change (identity_id, from_person_id, to_person_id, reason, evidence, block_id, at)
    select identity_id, from_person_id, to_person_id, reason, evidence, ${blockId}, ${at} from move`.execute(
    db,
  );
}

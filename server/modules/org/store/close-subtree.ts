import { type Kysely, sql } from 'kysely';

/** Closes a node and everything open below it, or (`at` null) opens the node alone. */
export async function closeSubtree(
  tx: Kysely<unknown>,
  orgId: number,
  at: Date | null,
): Promise<void> {
  if (at === null) {
    await sql`update org.node set closed_at = null where org_id = ${orgId}`.execute(tx);
    return;
  }
  await sql`
    update org.node set closed_at = ${at}
    from org.closure
    where closure.ancestor_id = ${orgId} and node.org_id = closure.descendant_id
      and node.closed_at is null`.execute(tx);
}

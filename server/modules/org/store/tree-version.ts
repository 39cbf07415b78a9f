import { type Kysely, sql } from 'kysely';

/** The version of tree and users; scopes read under another version are outdated. */
export async function treeVersion(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from org.tree_version`.execute(db);
  return rows[0]?.version ?? 0;
}

/**
 * Moves the version on, and makes other changes of the tree or of users wait until this transaction ends: call it first, so
 * that what is checked afterwards stays true.
 */
export async function beginTreeChange(tx: Kysely<unknown>): Promise<void> {
  await sql`update org.tree_version set version = version + 1`.execute(tx);
}

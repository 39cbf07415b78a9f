import { type Kysely, sql } from 'kysely';

/** Columns of a user that may be written; those that are absent stay. */
export interface UserRowChange {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly org_id?: number | undefined;
  readonly locale?: string | undefined;
  readonly password_hash?: string | undefined;
  readonly disabled_at?: Date | null | undefined;
  readonly locked_until?: null | undefined;
  readonly failed_logins?: 0 | undefined;
}

export async function changeUserRow(
  tx: Kysely<unknown>,
  userId: number,
  change: UserRowChange,
): Promise<void> {
  const assignments = Object.entries(change)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  if (assignments.length === 0) return;
  await sql`update org.app_user set ${sql.join(assignments)} where user_id = ${userId}`.execute(tx);
}

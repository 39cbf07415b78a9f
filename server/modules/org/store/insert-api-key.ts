import { type Kysely, sql } from 'kysely';

export async function insertApiKey(
  tx: Kysely<unknown>,
  key: {
    readonly public_id: string;
    readonly name: string;
    readonly prefix: string;
    readonly key_hash: Buffer;
    readonly role: string;
    readonly org_id: number;
    readonly created_by: string;
  },
  at: Date,
): Promise<void> {
  await sql`
    insert into org.api_key (public_id, name, prefix, key_hash, role, org_id, created_by, created_at)
    values (${key.public_id}, ${key.name}, ${key.prefix}, ${key.key_hash}, ${key.role}, ${key.org_id},
      ${key.created_by}, ${at})`.execute(tx);
}

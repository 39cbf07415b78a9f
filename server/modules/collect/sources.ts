import { hash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { publicId } from '../../platform/crypto/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { rootNode } from '../org/index.ts';

export interface NewSource {
  readonly kind: string;
  readonly channel: string;
  readonly name: string;
  readonly orgId: number;
}

export interface CreatedSource {
  readonly sourceId: number;
  readonly publicId: string;
  /** Shown once; only its hash is stored. */
  readonly writeKey: string;
}

const keyHash = (key: string): Buffer => hash('sha256', key, 'buffer');

/** Makes a source and its write key. Write keys are 160 random bits, so a plain hash of them is safe to store. */
export async function createSource(
  db: Kysely<unknown>,
  source: NewSource,
  at: Date,
): Promise<CreatedSource> {
  const writeKey = `wk_${randomBytes(20).toString('base64url')}`;
  const { rows } = await sql<{ source_id: number; public_id: string }>`
    insert into collect.source (public_id, kind, channel, name, org_id, write_key_prefix, write_key_hash, created_at)
    values (${publicId('src')}, ${source.kind}, ${source.channel}, ${source.name}, ${source.orgId},
      ${writeKey.slice(0, 8)}, ${keyHash(writeKey)}, ${at})
    returning source_id, public_id`.execute(db);
  const row = rows[0] as { source_id: number; public_id: string };
  return { sourceId: row.source_id, publicId: row.public_id, writeKey };
}

/** Gives an open source a new write key; the old one stops working at once. Undefined for an unknown or closed source. */
export async function rotateWriteKey(
  db: Kysely<unknown>,
  sourcePublicId: string,
): Promise<string | undefined> {
  const writeKey = `wk_${randomBytes(20).toString('base64url')}`;
  const { rows } = await sql`
    update collect.source set write_key_prefix = ${writeKey.slice(0, 8)}, write_key_hash = ${keyHash(writeKey)}
    where public_id = ${sourcePublicId} and closed_at is null and kind <> 'system' returning 1`.execute(
    db,
  );
  return rows.length > 0 ? writeKey : undefined;
}

/** The open source of a write key, or null. */
export async function resolveWriteKey(
  platform: Platform,
  writeKey: string,
): Promise<{
  readonly sourceId: number;
  readonly publicId: string;
  readonly orgId: number;
} | null> {
  const { rows } = await sql<{ sourceId: number; publicId: string; orgId: number }>`
    select source_id as "sourceId", public_id as "publicId", org_id as "orgId" from collect.source
    where write_key_hash = ${keyHash(writeKey)} and closed_at is null`.execute(
    platform.postgres.db<unknown>(),
  );
  return rows[0] ?? null;
}

/**
 * The platform's own source, under which reactions to messages and human decisions enter the log. It belongs to the root
 * of the organisation and has no write key, so nobody outside can write to it.
 */
export async function systemSource(platform: Platform): Promise<number> {
  const db = platform.postgres.db<unknown>();
  const known = await systemSourceId(db);
  if (known !== undefined) return known;
  const root = await rootNode(db);
  if (!root) throw new Error('The organisation has no root yet; finish the first-run set-up.');
  await sql`
    insert into collect.source (public_id, kind, channel, name, org_id, created_at)
    values ('src_system', 'system', 'system', 'Siyu', ${root.org_id}, ${platform.clock.now()})
    on conflict (public_id) do nothing`.execute(db);
  return (await systemSourceId(db)) as number;
}

async function systemSourceId(db: Kysely<unknown>): Promise<number | undefined> {
  const { rows } = await sql<{ source_id: number }>`
    select source_id from collect.source where public_id = 'src_system'`.execute(db);
  return rows[0]?.source_id;
}

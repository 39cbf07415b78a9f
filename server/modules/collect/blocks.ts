import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { pack } from '../../platform/log/index.ts';
import type { Platform } from '../../platform/platform.ts';

/** Rows of one block, exactly as ClickHouse gets them: lines of JSON in UTF-8. */
export interface BlockRows {
  /** Tables that get these rows; the two event tables share theirs. */
  readonly tables: readonly string[];
  readonly rows: number;
  readonly ndjson: Buffer;
}

export interface Block {
  readonly blockId: number;
  readonly firstOffset: number;
  readonly lastOffset: number;
  readonly messages: number;
  readonly parts: readonly BlockRows[];
}

/** The id that the next block gets; ids are dense because one pipeline writes blocks, in order. */
export async function nextBlockId(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{
    next: number;
  }>`select coalesce(max(block_id), 0) + 1 as next from collect.block`.execute(db);
  return rows[0]?.next as number;
}

/** Stores a block with everything it changed, in one transaction; from then on its rows will reach ClickHouse. */
export async function putBlock(tx: Kysely<unknown>, block: Block, at: Date): Promise<void> {
  const body = pack(packParts(block.parts));
  const rows = block.parts.reduce((sum, part) => sum + part.rows, 0);
  await sql`
    insert into collect.block (block_id, first_offset, last_offset, messages, rows, hash, body, resolved_at)
    values (${block.blockId}, ${block.firstOffset}, ${block.lastOffset}, ${block.messages}, ${rows},
      ${createHash('sha256').update(body).digest()}, ${body}, ${at})`.execute(tx);
}

/** Blocks not yet in ClickHouse, oldest first; at most `limit`. */
export async function pendingBlocks(db: Kysely<unknown>, limit: number): Promise<readonly Block[]> {
  const { rows } = await sql<StoredBlock>`
    select block_id, first_offset, last_offset, messages, body from collect.block
    where inserted_at is null order by block_id limit ${limit}`.execute(db);
  return rows.map(toBlock);
}

/** Every block after `after`, oldest first; at most `limit`. For a rebuild of ClickHouse. */
export async function blocksAfter(
  db: Kysely<unknown>,
  after: number,
  limit: number,
): Promise<readonly Block[]> {
  const { rows } = await sql<StoredBlock>`
    select block_id, first_offset, last_offset, messages, body from collect.block
    where block_id > ${after} order by block_id limit ${limit}`.execute(db);
  return rows.map(toBlock);
}

/** Notes that a block is in ClickHouse; the first time stands. */
export async function markInserted(db: Kysely<unknown>, blockId: number, at: Date): Promise<void> {
  await sql`
    update collect.block set inserted_at = ${at} where block_id = ${blockId} and inserted_at is null`.execute(
    db,
  );
}

/** Whether a block and all before it are in ClickHouse. */
export async function blockInserted(platform: Platform, blockId: number): Promise<boolean> {
  const { rows } = await sql<{ pending: boolean }>`
    select exists (select from collect.block where inserted_at is null and block_id <= ${blockId}) as pending`.execute(
    platform.postgres.db<unknown>(),
  );
  return rows[0]?.pending === false;
}

/** The newest block in ClickHouse and when it was resolved: "data as of" on every board. */
export async function dataAsOf(
  platform: Platform,
): Promise<{ readonly blockId: number; readonly at: Date | null }> {
  const { rows } = await sql<{ block_id: number; resolved_at: Date }>`
    select block_id, resolved_at from collect.block
    where block_id < coalesce((select min(block_id) from collect.block where inserted_at is null), 9223372036854775807)
    order by block_id desc limit 1`.execute(platform.postgres.db<unknown>());
  return { blockId: rows[0]?.block_id ?? 0, at: rows[0]?.resolved_at ?? null };
}

interface StoredBlock {
  readonly block_id: number;
  readonly first_offset: number;
  readonly last_offset: number;
  readonly messages: number;
  readonly body: Buffer;
}

const toBlock = (row: StoredBlock): Block => ({
  blockId: row.block_id,
  firstOffset: row.first_offset,
  lastOffset: row.last_offset,
  messages: row.messages,
  parts: unpackParts(zstdDecompressSync(row.body)),
});

/** One line of JSON that says tables, rows and bytes of each part, then the parts as they are: rows are not escaped twice. */
function packParts(parts: readonly BlockRows[]): Buffer {
  const head = parts.map(({ tables, rows, ndjson }) => ({ tables, rows, bytes: ndjson.length }));
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    ...parts.map((part) => part.ndjson),
  ]);
}

function unpackParts(packed: Buffer): BlockRows[] {
  const end = packed.indexOf(10);
  const head = JSON.parse(packed.toString('utf8', 0, end)) as {
    tables: string[];
    rows: number;
    bytes: number;
  }[];
  let at = end + 1;
  return head.map(({ tables, rows, bytes }) => {
    const ndjson = packed.subarray(at, at + bytes);
    at += bytes;
    return { tables, rows, ndjson };
  });
}

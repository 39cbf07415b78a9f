import { type Kysely, sql } from 'kysely';
import { publicId } from '../../platform/crypto/index.ts';
import type { Platform } from '../../platform/platform.ts';

/** Notes that a person shall be erased; a person with an order that is not carried out keeps that one. */
export async function requestErasure(
  platform: Platform,
  request: {
    readonly personId: number;
    readonly requestedBy: string;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<{ readonly erasureId: number; readonly publicId: string }> {
  return platform.postgres.transaction<unknown, { erasureId: number; publicId: string }>(
    async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('privacy.erasure'), ${request.personId % 2147483647}::int)`.execute(
        tx,
      );
      const { rows: open } = await sql<{ erasureId: number; publicId: string }>`
      select erasure_id as "erasureId", public_id as "publicId" from privacy.erasure
      where person_id = ${request.personId} and done_at is null`.execute(tx);
      if (open[0]) return open[0];
      const { rows } = await sql<{ erasureId: number; publicId: string }>`
      insert into privacy.erasure (public_id, person_id, requested_by, reason, requested_at)
      values (${publicId('ers')}, ${request.personId}, ${request.requestedBy}, ${request.reason}, ${request.at})
      returning erasure_id as "erasureId", public_id as "publicId"`.execute(tx);
      return rows[0] as { erasureId: number; publicId: string };
    },
  );
}

export interface ErasureRow {
  readonly public_id: string;
  readonly requested_at: Date;
  readonly done_at: Date | null;
  readonly proof: {
    readonly tables: readonly string[];
    readonly identities: number;
    readonly clickhouseAt?: string;
  } | null;
}

export async function erasureByPublicId(
  db: Kysely<unknown>,
  erasure: string,
): Promise<ErasureRow | undefined> {
  const { rows } = await sql<ErasureRow>`
    select public_id, requested_at, done_at, proof from privacy.erasure where public_id = ${erasure}`.execute(
    db,
  );
  return rows[0];
}

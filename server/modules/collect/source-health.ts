import { sql } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { rawTopic } from './accept.ts';

const dayMs = 86_400_000;

/** How a source did over the last 24 hours and the seven days before them. */
export interface SourceHealth {
  readonly name: string;
  readonly kind: string;
  readonly lastCallAt: Date | null;
  readonly accepted: number;
  readonly quarantined: number;
  readonly acceptedBefore: number;
  readonly quarantinedBefore: number;
  /** Days of the seven on which something came in. */
  readonly busyDays: number;
}

/** Open sources of a data scope, without the platform's own. */
export async function sourceHealth(
  platform: Platform,
  scope: Scope,
): Promise<readonly SourceHealth[]> {
  const now = platform.clock.now().getTime();
  const dayAgo = new Date(now - dayMs);
  const weekBefore = new Date(now - 8 * dayMs);
  const { rows } = await sql<SourceHealth>`
    select source.name, source.kind, max(minute) filter (where count.accepted > 0) as "lastCallAt",
      coalesce(sum(count.accepted) filter (where minute >= ${dayAgo}), 0)::bigint as accepted,
      coalesce(sum(count.quarantined) filter (where minute >= ${dayAgo}), 0)::bigint as quarantined,
      coalesce(sum(count.accepted) filter (where minute < ${dayAgo}), 0)::bigint as "acceptedBefore",
      coalesce(sum(count.quarantined) filter (where minute < ${dayAgo}), 0)::bigint as "quarantinedBefore",
      count(distinct floor(extract(epoch from (${dayAgo}::timestamptz - minute)) / 86400))
        filter (where minute < ${dayAgo} and count.accepted > 0)::int as "busyDays"
    from collect.source
    left join collect.source_minute count on count.source_id = source.source_id and count.minute >= ${weekBefore}
    where source.closed_at is null and source.kind <> 'system' and source.org_id = any(${[...scope.orgIds]}::int[])
    group by source.source_id order by source.source_id`.execute(platform.postgres.db<unknown>());
  return rows;
}

/** When the oldest accepted batch that is not yet in ClickHouse was written; null when everything is there. */
export async function oldestWaiting({ postgres, log }: Platform): Promise<Date | null> {
  const { rows } = await sql<{ offset: number }>`
    select coalesce(max(last_offset), 0) as offset from collect.block
    where block_id < coalesce((select min(block_id) from collect.block where inserted_at is null), 9223372036854775807)`.execute(
    postgres.db<unknown>(),
  );
  const [waiting] = await log.read(rawTopic, rows[0]?.offset ?? 0, 1);
  return waiting?.writtenAt ?? null;
}

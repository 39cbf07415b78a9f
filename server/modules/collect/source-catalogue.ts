import { sql } from 'kysely';
import type { Postgres } from '../../platform/postgres/index.ts';

export interface SourceInfo {
  readonly sourceId: number;
  readonly publicId: string;
  readonly kind: string;
  readonly channel: string;
  readonly name: string;
  readonly orgId: number;
}

/** Sources by id, read once and again when an unknown one appears: they are few and change rarely. */
export function sourceCatalogue(postgres: Postgres): (sourceId: number) => Promise<SourceInfo> {
  const known = new Map<number, SourceInfo>();
  return async (sourceId) => {
    if (!known.has(sourceId)) {
      const { rows } = await sql<SourceInfo>`
        select source_id as "sourceId", public_id as "publicId", kind, channel, name, org_id as "orgId"
        from collect.source`.execute(postgres.db<unknown>());
      for (const row of rows) known.set(row.sourceId, row);
    }
    const found = known.get(sourceId);
    if (!found) throw new Error(`Source ${sourceId} is not in collect.source.`);
    return found;
  };
}

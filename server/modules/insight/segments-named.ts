import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { segmentSource, segmentsByPublicId } from '../segment/index.ts';

/** The members of the segments of a scope, as sources; those outside it and those never counted do not exist. */
export async function segmentsNamed(
  platform: Platform,
  scope: Scope,
  publicIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly sql: string }>> {
  const rows = await segmentsByPublicId(platform.postgres.db<unknown>(), publicIds);
  const seen = [...rows.values()].filter(
    ({ org_id, version }) => scope.orgIds.includes(org_id) && version > 0,
  );
  return new Map(
    seen.map((row) => [row.public_id, { sql: segmentSource(row.segment_id, row.version) }]),
  );
}

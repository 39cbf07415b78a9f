import { join } from 'node:path';
import { backUp as route } from '@siyu/contract/platform';
import type { Manifest } from '../backup/index.ts';
import { EngineError } from '../engines/engine-error.ts';
import { type Endpoint, endpoint, problem } from '../http/index.ts';

/** Writes a backup to a folder; how that is done without disturbing the pipeline is the composition's business. */
export type BackUp = (to: string) => Promise<Manifest>;

export function backUpEndpoint(backUp: BackUp): Endpoint {
  return endpoint(route, async ({ platform, actor, body }) => {
    // Who calls from elsewhere must not choose where on this machine files are written.
    if (body.to !== undefined && actor.kind !== 'system') {
      throw problem('platform.forbidden', { permission: 'to' });
    }
    const stamp = platform.clock.now().toISOString().replaceAll(':', '-');
    const to = body.to ?? join(platform.config.home, 'backups', stamp);
    const manifest = await written(backUp, to);
    const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
    return {
      to,
      madeAt: manifest.madeAt,
      bytes: total(manifest.files.map((file) => file.bytes)),
      rows: {
        postgres: total(manifest.postgres.tables.map((table) => table.rows)),
        clickhouse: total(manifest.clickhouse.tables.map((table) => table.rows)),
      },
    };
  });
}

async function written(backUp: BackUp, to: string): Promise<Manifest> {
  try {
    return await backUp(to);
  } catch (error) {
    if (error instanceof EngineError) {
      throw problem('platform.backup_failed', { reason: error.message }, error);
    }
    throw error;
  }
}

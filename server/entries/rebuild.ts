import { computeAllTags } from '../modules/profile/index.ts';
import { countAllSegments } from '../modules/segment/index.ts';
import { type Rebuilt, rebuildClickHouse } from '../pipeline/index.ts';
import type { Platform } from '../platform/platform.ts';
import { modules } from './modules.ts';

/** Rebuilds ClickHouse on a platform without a server, and queues what is computed from it for the next start. */
export async function rebuild(
  platform: Platform,
  onProgress?: (done: number, total: number) => void,
): Promise<
  Rebuilt & {
    readonly tags: number;
    readonly segments: number;
    /** Names of static segments whose members are gone. */
    readonly lostSegments: readonly string[];
  }
> {
  // Their jobs must be known before one can be queued.
  for (const module of modules) module.register(platform);
  const rebuilt = await rebuildClickHouse(platform, onProgress);
  const tags = await computeAllTags(platform);
  const { queued, lost } = await countAllSegments(platform);
  return { ...rebuilt, tags, segments: queued, lostSegments: lost };
}

import { totalmem } from 'node:os';

const MiB = 1024 * 1024;

/** Memory the engine may use when nobody says otherwise: a quarter of the machine (or of the container), 1 to 8 GiB. */
export function defaultMemoryLimit(): number {
  const machine = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.min(Math.max(machine / 4, 1024 * MiB), 8192 * MiB);
}

/**
 * What the engine takes only when it opens. Its own defaults suit a machine of its own: 90 % of the memory and a mark cache
 * of 5 GB, inside this Node process.
 */
export function connectionArguments(memoryLimitBytes: number): string[] {
  return [
    // Whoever backs up chooses the folder, and this engine has no users who could.
    '--backups.allowed_path=/',
    `--max_server_memory_usage=${Math.round(memoryLimitBytes)}`,
    `--mark_cache_size=${128 * MiB}`,
    `--uncompressed_cache_size=0`,
    `--index_mark_cache_size=${32 * MiB}`,
  ];
}

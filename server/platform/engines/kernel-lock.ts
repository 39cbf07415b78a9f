import { DatabaseSync } from 'node:sqlite';

export interface KernelLock {
  release(): void;
}

/**
 * Takes an exclusive lock on `file` (created when missing), or returns undefined when another process has it.
 *
 * Node has no flock; an empty SQLite file in an exclusive transaction is the same thing: a lock kept by the kernel, so
 * it cannot go stale — it is gone the moment its process ends, however that happens — and children do not inherit it.
 */
export function takeKernelLock(file: string): KernelLock | undefined {
  const database = new DatabaseSync(file);
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { release: () => database.close() };
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

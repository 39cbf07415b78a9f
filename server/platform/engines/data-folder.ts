import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { EngineError, messageOf } from './engine-error.ts';
import { type KernelLock, takeKernelLock } from './kernel-lock.ts';

export interface DataFolderHold {
  /** The folder as an absolute path without symbolic links. */
  readonly home: string;
  release(): void;
}

const held = new Map<string, { lock: KernelLock; holders: number }>();

/**
 * Makes the data folder when it is missing and claims it for this process, so that no two servers write the same data.
 * Both engines hold it; it is free again when the last of them lets go, or when the process ends in whatever way.
 * Throws an `EngineError` that names the owner when another process has it.
 */
export function holdDataFolder(folder: string): DataFolderHold {
  const home = makeUsable(resolve(folder));
  const existing = held.get(home);
  if (existing) {
    existing.holders++;
  } else {
    held.set(home, { lock: claim(home), holders: 1 });
  }
  let released = false;
  return {
    home,
    release() {
      const entry = held.get(home);
      if (released || !entry) return;
      released = true;
      entry.holders--;
      if (entry.holders > 0) return;
      held.delete(home);
      entry.lock.release();
    },
  };
}

function makeUsable(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (error) {
    throw new EngineError(
      `The data folder ${folder} cannot be used (${messageOf(error)}). Give this user the right to write it, or choose another folder with SIYU_HOME.`,
    );
  }
}

function claim(home: string): KernelLock {
  let lock: KernelLock | undefined;
  try {
    lock = takeKernelLock(join(home, 'siyu.lock'));
  } catch (error) {
    throw new EngineError(
      `The data folder ${home} cannot be locked (${messageOf(error)}). Its file siyu.lock must be writable by this user; if another user made the folder, run as that user or choose another folder with SIYU_HOME.`,
    );
  }
  if (!lock) {
    throw new EngineError(
      `The data folder ${home} is in use by another Siyu server${describeOwner(home)}. Stop that server first, or choose another folder with SIYU_HOME.`,
    );
  }
  writeFileSync(ownerFile(home), `${process.pid}\n`);
  return lock;
}

function describeOwner(home: string): string {
  try {
    return ` (process ${readFileSync(ownerFile(home), 'utf8').trim()})`;
  } catch {
    return '';
  }
}

/** Beside the lock, not in it: opening and closing the lock file a second time would drop the kernel's lock. */
function ownerFile(home: string): string {
  return join(home, 'siyu.pid');
}

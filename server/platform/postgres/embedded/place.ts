import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { EngineError } from '../../engines/engine-error.ts';
import { type Account, canReach } from './account.ts';

/** How a PostgreSQL program is started so that it finds its data directory. */
export interface Place {
  readonly cwd: string;
  /** The data directory as the program is told to name it. */
  readonly argument: string;
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * The data folder may lie below a folder that the lent account cannot enter (/root is 0700, and so are the data folders
 * we make). Linux checks that only while a path is walked: we enter the directory while still root, and the program
 * knows it as `/proc/self/cwd`, which is walked from where it stands.
 */
export function placeFor(dataDirectory: string, account: Account | undefined): Place {
  if (!account) return { cwd: dataDirectory, argument: dataDirectory };
  if (existsSync('/proc/self/cwd'))
    return { cwd: dataDirectory, argument: '/proc/self/cwd', ...account };
  if (!canReach(account, dirname(dataDirectory))) {
    throw new EngineError(
      `PostgreSQL cannot run as root, and the account it runs under (uid ${account.uid}) cannot enter ${dirname(dataDirectory)}. Choose a data folder that other users may enter (SIYU_HOME), or run Siyu as an ordinary user.`,
    );
  }
  return { cwd: dataDirectory, argument: dataDirectory, ...account };
}

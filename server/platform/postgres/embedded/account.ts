import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EngineError } from '../../engines/engine-error.ts';

/** The operating system's account under which PostgreSQL runs. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account PostgreSQL must run under, or undefined when that is our own: PostgreSQL refuses to run as root, so root
 * lends it an unprivileged account of this machine. An existing cluster keeps the account that owns it.
 */
export function postgresAccount(dataDirectory: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const account = accounts.find((fields) => fields[0] === name);
    const uid = Number(account?.[2]);
    // macOS writes nobody as -2, which no system call here accepts.
    if (uid > 0) return { uid, gid: Number(account?.[3]) };
  }
  throw new EngineError(
    'PostgreSQL refuses to run as root and this machine has neither a user postgres nor nobody to lend it. Run Siyu as an ordinary user, or add one with `useradd --system postgres`.',
  );
}

/** Whether `account` may walk down to `folder` itself (its ancestors and the folder allow it to pass). */
export function canReach(account: Account, folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

import { execFile } from 'node:child_process';
import { chownSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { EngineError } from '../../engines/engine-error.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { explainFailure } from './explain-failure.ts';
import { placeFor } from './place.ts';

export const superuser = 'siyu';

/**
 * Makes a new cluster in `dataDirectory`: UTF-8, sorted by code point whatever the machine's locale (the built-in
 * C.UTF-8 provider, so an operating system upgrade never corrupts an index), superuser `siyu`.
 *
 * It is made beside its place and moved there when complete, so a crash in the middle leaves nothing that looks like a
 * cluster. Measured 0.8–0.9 s on a warm disk; `syncfs` replaces a thousand single fsyncs, which took seconds on a slow one.
 */
export async function runInitdb(
  binaries: Binaries,
  dataDirectory: string,
  account: Account | undefined,
): Promise<void> {
  const half = `${dataDirectory}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  if (account) chownSync(half, account.uid, account.gid);
  const { argument, ...where } = placeFor(half, account);
  const options = [
    `--pgdata=${argument}`,
    `--username=${superuser}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--lc-messages=C',
    '--auth=trust',
    '--no-instructions',
    `--sync-method=${process.platform === 'linux' ? 'syncfs' : 'fsync'}`,
  ];
  try {
    await promisify(execFile)(binaries.initdb, options, { ...where, env: programEnvironment() });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    rmSync(half, { recursive: true, force: true });
    throw new EngineError(
      explainFailure(
        `PostgreSQL could not make its database in ${dataDirectory}`,
        stderr || String(error),
      ),
    );
  }
  renameSync(half, dataDirectory);
}

/** Nothing of the caller's PG* variables: they would redirect the programs to another cluster. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

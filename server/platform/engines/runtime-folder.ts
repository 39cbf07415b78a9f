import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, EngineError } from './engine-error.ts';

/** Bytes a folder may have so that `<folder>/.s.PGSQL.5432` stays below the 103–107 bytes a Unix socket address can hold. */
const longestFolder = 85;

/**
 * A short folder for the sockets of one data folder, readable by its owner only: the password-less database is as
 * private as this folder. The same data folder always gives the same one. `owner` is set when we are root and the
 * database runs under another account.
 */
export function runtimeFolder(home: string, owner?: { uid: number; gid: number }): string {
  const uid = owner?.uid ?? process.getuid?.() ?? 0;
  const name = `siyu-${uid}-${createHash('sha256').update(home).digest('hex').slice(0, 10)}`;
  const folder = join(
    Buffer.byteLength(join(tmpdir(), name)) <= longestFolder ? tmpdir() : '/tmp',
    name,
  );
  try {
    mkdirSync(folder, { mode: 0o700 });
    chmodSync(folder, 0o700);
    if (owner) chownSync(folder, owner.uid, owner.gid);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new EngineError(
      `The folder ${folder} should be a private folder (mode 0700) of user ${uid} for PostgreSQL's socket, but is not. Remove it and start again, or point TMPDIR at another folder.`,
    );
  }
  return folder;
}

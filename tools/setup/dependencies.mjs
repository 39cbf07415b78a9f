import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/**
 * Installs what the lock file says, and leaves it as it is.
 *
 * Not `npm ci`: a registry may lack the builds of a package for other platforms, npm then leaves them out of the lock file,
 * and `npm ci` refuses such a file while an install takes it. Under `npm test --silent` errors would be silent too.
 */
const INSTALL = ['install', '--no-save', '--loglevel=error'];

/**
 * Installs the dependencies when node_modules is missing or holds other versions than the lock file asks for.
 *
 * The question is put to the record npm keeps of what it installed, not to a stamp of ours: `npm install NAME` by hand is fine.
 *
 * @param {(line: string) => void} say
 */
export function installDependencies(say) {
  if (areInstalled()) return;
  say('Installing dependencies …');
  // npm names itself to the scripts it runs. Its own Node is used, for the pinned one is about to be deleted.
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const failure = 'the dependencies could not be installed; what npm said is above.';
  if (npm) run(node, [npm, ...INSTALL], { failure });
  else run('npm', INSTALL, { failure });
}

function areInstalled() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.link) return true;
    const found = installed[path];
    return found ? found.version === wanted.version : wanted.optional || wanted.peer;
  });
}

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, peer?: boolean }} LockedPackage
 * @param {string} lockFile
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

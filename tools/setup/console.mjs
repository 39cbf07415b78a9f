import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root, run } from './run.mjs';

const SOURCES = ['console', 'contract', 'package-lock.json', 'tsconfig.base.json'];

/**
 * Builds console/dist when a file it is made from has changed since the last build.
 *
 * @param {(line: string) => void} say
 */
export function buildConsole(say) {
  const folder = join(root, 'console');
  if (!existsSync(join(folder, 'vite.config.ts'))) return;
  const stamp = join(folder, 'dist/.built-from');
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  say('Building the console …');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  run(pinnedNode, [vite, 'build', '--logLevel', 'warn'], {
    cwd: folder,
    failure: 'The console could not be built; the reason is above.',
  });
  writeFileSync(stamp, sources);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesUnder(join(root, source)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const isBuildInput = !/\.test\.tsx?$|\/(dist|node_modules|\.[^/]*)$/.test(path);
  if (!isBuildInput) return [];
  try {
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesUnder(join(path, name)));
  } catch (error) {
    const isFile = error instanceof Error && 'code' in error && error.code === 'ENOTDIR';
    if (isFile) return [path];
    throw error;
  }
}

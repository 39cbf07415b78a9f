import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, absolute. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The pinned Node of node_modules. */
export const pinnedNode = `${root}/node_modules/node/bin/node`;

/**
 * Runs a program to its end; its output is shown only when it fails, and then it throws `failure` as one sentence.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, failure: string }} options
 */
export function run(program, args, { cwd = root, failure }) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  throw new Error(error ? `${failure} (${error.message})` : failure);
}

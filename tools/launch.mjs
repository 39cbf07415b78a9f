/**
 * `node tools/launch.mjs ENTRY …ARGS` becomes ENTRY, run by the pinned Node with the environment it must be born with.
 *
 * libuv reads UV_THREADPOOL_SIZE once, before any JavaScript runs, so no entry point can set it for itself: each chDB
 * call holds one pool thread, queued ones too, and Node's default of four would starve files, DNS and crypto.
 * The process is replaced (execve), not wrapped: signals, exit codes and memory are the entry's own.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, 'node_modules/node/bin/node');
const [entry = '', ...args] = process.argv.slice(2);
const entryFile = resolve(root, entry);

if (!process.execve || process.platform === 'win32') {
  console.error(
    'Siyu runs on Linux and macOS under its own Node 24: start it with `npm run …` (on Windows inside WSL).',
  );
  process.exit(1);
}
if (!existsSync(entryFile)) {
  console.error(`${entry} does not exist yet.`);
  process.exit(1);
}
process.execve(node, [node, '--disable-warning=ExperimentalWarning', entryFile, ...args], {
  UV_THREADPOOL_SIZE: '16',
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile'),
  ...process.env,
});

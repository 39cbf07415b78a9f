import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.ts';

/** Runs a program of node_modules/.bin on the repository: '' when it succeeds, otherwise all that it printed. */
export function command(program: string, args: readonly string[], remedy = ''): Promise<string> {
  const file = join(root, 'node_modules/.bin', program);
  const options = {
    cwd: root,
    maxBuffer: 64 * 2 ** 20,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  };
  return new Promise((resolve) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      resolve(
        error ? `${stdout}${stderr}`.trim().concat(remedy && `\n${remedy}`) || error.message : '',
      );
    });
  });
}

import { existsSync, statSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';

const WORKSPACES = '{contract,engine,server,console,simulator,tools,bench}';

export type TestFiles = { ordinary: string[]; browser: string[] };

/**
 * The test files whose path holds one of `patterns` (all files when there is none), relative to `root`.
 *
 * A pattern is a file, a folder or a part of a path; tests that drive a browser are kept apart, for they run alone.
 *
 * @example await findTestFiles(root, ['server/modules/identity', 'printer'])
 */
export async function findTestFiles(root: string, patterns: readonly string[]): Promise<TestFiles> {
  const found = await Array.fromAsync(
    glob(`${WORKSPACES}/**/*.test.{ts,tsx}`, {
      cwd: root,
      exclude: ['**/{node_modules,dist,fixtures}'],
    }),
  );
  const wanted = patterns.map((pattern) => asPathPart(root, pattern));
  const chosen = found
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .sort();
  const isBrowser = (file: string) => /\.browser\.test\.tsx?$/.test(file);
  return {
    ordinary: chosen.filter((file) => !isBrowser(file)),
    browser: chosen.filter(isBrowser),
  };
}

function asPathPart(root: string, pattern: string): string {
  const part = pattern.replace(/^\.\//, '').replace(/\/$/, '');
  const path = join(root, part);
  return existsSync(path) && statSync(path).isDirectory() ? `${part}/` : part;
}

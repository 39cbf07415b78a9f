import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A folder that holds `files` (path → text) until it is disposed, for tests of the tools.
 *
 * @example using tree = temporaryTree({ 'engine/index.ts': 'export {};' });
 */
export function temporaryTree(files: Record<string, string>) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'siyu-tree-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return {
    root,
    /** Links the workspaces where npm would, so that `@siyu/NAME` resolves. */
    linkWorkspaces(...names: string[]) {
      mkdirSync(join(root, 'node_modules/@siyu'), { recursive: true });
      for (const name of names)
        symlinkSync(join(root, name), join(root, 'node_modules/@siyu', name));
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

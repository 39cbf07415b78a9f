import { globSync } from 'node:fs';

const WORKSPACES = [
  'contract',
  'engine',
  'server',
  'console',
  'simulator',
  'member',
  'tracker',
  'bench',
  'tools',
];

/** All TypeScript of the workspaces under `root`, as sorted paths relative to it. */
export function sourceFiles(root: string): string[] {
  return globSync(`{${WORKSPACES.join(',')}}/**/*.{ts,tsx}`, {
    cwd: root,
    exclude: ['**/{node_modules,dist,fixtures}'],
  }).sort();
}

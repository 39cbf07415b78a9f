import { globSync } from 'node:fs';
import { root } from '../root.ts';
import type { Check } from './check.ts';
import { command } from './command.ts';

/**
 * One step per tsconfig of a workspace; tests of pure code have one of their own, so that types of Node never leak into it.
 *
 * A config that matches no file yet is no error.
 */
export const types: Check[] = globSync('*/tsconfig*.json', { cwd: root })
  .sort()
  .map((config) => ({
    name: `types ${config}`,
    run: async () => {
      const problem = await command('tsc', ['--project', config]);
      return problem.startsWith('error TS18003: No inputs') ? '' : problem;
    },
  }));

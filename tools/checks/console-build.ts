import { buildConsole } from '../setup/console.mjs';
import type { Check } from './check.ts';

export const consoleBuild: Check = {
  name: 'console build',
  run: async () => {
    buildConsole(console.log);
    return '';
  },
};

import type { Check } from './check.ts';
import { command } from './command.ts';

export const formatAndLint: Check = {
  name: 'format and lint',
  run: () =>
    command(
      'biome',
      ['check', '--max-diagnostics=40', '--diagnostic-level=warn', '--error-on-warnings', '.'],
      'Mend what can be mended by itself with `npm run format -- PATH`.',
    ),
};

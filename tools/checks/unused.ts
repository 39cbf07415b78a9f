import type { Check } from './check.ts';
import { command } from './command.ts';

export const unused: Check = {
  name: 'unused code and dependencies',
  run: () =>
    command(
      'knip',
      ['--no-progress', '--no-config-hints'],
      'Delete what is unused; drop `export` where only the file itself uses a thing; list a dependency in its workspace. Entries stand in knip.json.',
    ),
};

import type { Command } from 'commander';
import { configOf } from './door.ts';
import { columns, say } from './print.ts';

export function addConfigCommand(program: Command): void {
  program
    .command('config')
    .description('print the settings in force and where each comes from; secrets are hidden')
    .option('--json', 'as one line of JSON')
    .action((options: { json?: boolean }, command: Command) => {
      const { inForce } = configOf(command);
      const rows = inForce.map(({ name, env, value, origin, about }) => [
        name,
        value === null ? '–' : String(value),
        value === null ? '' : origin,
        env,
        about,
      ]);
      say(options, inForce, columns([['setting', 'value', 'from', 'variable', ''], ...rows]));
    });
}

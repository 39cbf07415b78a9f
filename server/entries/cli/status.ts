import { readStatus } from '@siyu/contract/platform';
import type { Command } from 'commander';
import { openClient } from '../demo/client.ts';
import { runningServer } from '../local-key.ts';
import { configOf } from './door.ts';
import { columns, say } from './print.ts';

export function addStatusCommand(program: Command): void {
  program
    .command('status')
    .description(
      'say whether the server runs and whether everything in it works; exit code 1 if not',
    )
    .option('--json', 'as one line of JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      const { home } = configOf(command).config;
      const running = await runningServer(home);
      if (!running) {
        say(options, { running: false, home }, `No server runs on ${home}.`);
        process.exitCode = 1;
        return;
      }
      const client = openClient(running.address, { authorization: `Bearer ${running.key}` });
      const { version, startedAt, checks } = await client.call(readStatus);
      const isWell = Object.values(checks).every((check) => check === 'ok');
      const { address, pid } = running;
      const text = columns([
        ['address', address],
        ['version', version],
        ['process', String(pid)],
        ['since', startedAt],
        ['home', home],
        ...Object.entries(checks),
      ]);
      say(options, { running: true, address, pid, home, version, startedAt, checks }, text);
      if (!isWell) process.exitCode = 1;
    });
}

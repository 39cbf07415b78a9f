import { resolve } from 'node:path';
import { backUp } from '@siyu/contract/platform';
import type { Command } from 'commander';
import type { Progress } from '../../platform/backup/index.ts';
import { openLogger } from '../../platform/telemetry/index.ts';
import { configOf, throughTheDoor } from './door.ts';
import { say } from './print.ts';

interface RestoreOptions {
  readonly erasures?: string;
  readonly json?: boolean;
}

export function addBackupCommands(program: Command): void {
  program
    .command('backup <folder>')
    .description('write both engines to a new folder, while the server works on')
    .option('--json', 'as one line of JSON')
    .action(async (folder: string, options: { json?: boolean }, command: Command) => {
      const made = await throughTheDoor(command, (client) =>
        client.call(backUp, { body: { to: resolve(folder) } }),
      );
      const { home } = configOf(command).config;
      const text = `${made.rows.postgres + made.rows.clickhouse} rows, ${made.bytes} bytes in ${made.to}
Keep a copy of ${home}/keys in another place: without the master key the backup cannot be read.`;
      say(options, made, text);
    });

  program
    .command('restore <folder>')
    .description('bring a backup back into an empty home folder')
    .option(
      '--erasures <file>',
      'newer copy of keys/erasures.jsonl: who was erased after the backup is erased again by the next start',
    )
    .option('--json', 'as one line of JSON')
    .action(async (folder: string, options: RestoreOptions, command: Command) => {
      const { config } = configOf(command);
      const erasures = options.erasures === undefined ? undefined : resolve(options.erasures);
      const { giveJournal, requireJournal } = await import('../../modules/privacy/index.ts');
      if (erasures !== undefined) await requireJournal(erasures);
      const logger = openLogger({ logLevel: 'error' });
      const { restore } = await import('../../platform/backup/index.ts');
      const { openEngines } = await import('../platform.ts');
      const engines = await openEngines(config, logger);
      try {
        const onProgress: Progress = (engine, table, done, total) => {
          if (!options.json) console.error(`${engine} ${table} ${done}/${total}`);
        };
        const from = resolve(folder);
        const manifest = await restore({ ...engines, from, logger, onProgress });
        if (erasures !== undefined) await giveJournal(erasures, config.home);
        const { madeAt } = manifest;
        const text = `Restored the backup of ${madeAt} into ${config.home}. Put its keys folder there before you start the server.`;
        say(options, { madeAt, home: config.home }, text);
      } finally {
        await Promise.all([engines.postgres.close(), engines.clickhouse.close()]);
      }
    });
}

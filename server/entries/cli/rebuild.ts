import type { Command } from 'commander';
import { EngineError } from '../../platform/engines/engine-error.ts';
import { openLogger } from '../../platform/telemetry/index.ts';
import { runningServer } from '../local-key.ts';
import { configOf } from './door.ts';
import { say } from './print.ts';

export function addRebuildCommand(program: Command): void {
  program
    .command('rebuild')
    .description('empty ClickHouse and fill it again from PostgreSQL; the server must be stopped')
    .option('--json', 'as one line of JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      const { config } = configOf(command);
      if (await runningServer(config.home)) {
        throw new EngineError(
          `A server runs on ${config.home}. Stop it first: a rebuild empties the tables it reads.`,
        );
      }
      const { openPlatform } = await import('../platform.ts');
      const { rebuild } = await import('../rebuild.ts');
      const logger = openLogger({ logLevel: 'error' });
      const { platform, close } = await openPlatform(config, logger);
      try {
        const done = await rebuild(platform, (block, blocks) => {
          if (!options.json) process.stderr.write(`\rblock ${block} of ${blocks} `);
        });
        if (!options.json) process.stderr.write('\n');
        say(options, done, textOf(done));
      } finally {
        await close();
      }
    });
}

function textOf(done: {
  readonly blocks: number;
  readonly rows: number;
  readonly leftOut: number;
  readonly tags: number;
  readonly segments: number;
  readonly lostSegments: readonly string[];
}): string {
  const lines = [
    `${done.rows} rows of ${done.blocks} blocks are in ClickHouse; ${done.leftOut} rows of erased people stayed out.`,
    `${done.tags} tags and ${done.segments} segments will be computed when the server starts.`,
  ];
  if (done.lostSegments.length > 0) {
    lines.push(
      `Static segments without members, which only a backup brings back: ${done.lostSegments.join(', ')}.`,
    );
  }
  return lines.join('\n');
}

import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { openClickHouse } from '../platform/clickhouse/index.ts';
import { messageOf } from '../platform/engines/engine-error.ts';
import { openPostgres } from '../platform/postgres/index.ts';

/**
 * A server with nothing but its engines, for tests that kill it: `engine-process.ts <home> [postgres]`.
 * Prints `ready` or `refused <why>`; then answers each line `pg <sql>` or `ch <sql>` on its input with `rows <json>` or
 * `error <why>`; SIGTERM and SIGINT close it in order.
 */
const [home = '', only] = process.argv.slice(2);
const logger = pino({ level: 'warn' }, pino.destination({ fd: 2, sync: true }));

function say(word: string, text = ''): void {
  process.stdout.write(`${word} ${text.replaceAll('\n', ' ')}\n`);
}

async function open() {
  try {
    const postgres = await openPostgres({ home, logger });
    const clickhouse = only === 'postgres' ? undefined : await openClickHouse({ home, logger });
    return { postgres, clickhouse };
  } catch (error) {
    say('refused', messageOf(error));
    process.exit(1);
  }
}

const { postgres, clickhouse } = await open();

async function answer(line: string): Promise<unknown[]> {
  const sql = line.slice(3);
  if (line.startsWith('pg ')) return (await postgres.pool.query(sql)).rows;
  return (await clickhouse?.query({ name: 'test', sql })) ?? [];
}

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  answer(line).then(
    (rows) => say('rows', JSON.stringify(rows)),
    (error) => say('error', messageOf(error)),
  );
});

async function stop(): Promise<void> {
  lines.close();
  await Promise.all([postgres.close(), clickhouse?.close()]);
  say('closed');
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
say('ready');

import { setTimeout as sleep } from 'node:timers/promises';
import { zstdDecompressSync } from 'node:zlib';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import type { KeyRing } from '../crypto/index.ts';
import type { Postgres } from '../postgres/index.ts';
import type { EventLog, LogRecord } from './log.ts';
import { pack } from './pack.ts';
import { appendBatches } from './store/append-batches.ts';
import { factsAfter } from './store/facts-after.ts';

interface Waiting {
  readonly topic: string;
  readonly records: number;
  readonly json: string;
  resolve(at: { offset: number }): void;
  reject(error: unknown): void;
}

/** Bodies of one commit stay below this many bytes of JSON, so that a burst does not become one huge statement. */
const commitBytes = 8 * 1024 * 1024;

/** Opens the log on PostgreSQL. One partition: one installation's consumer reads one ordered stream. */
export function openLog(options: {
  readonly postgres: Postgres;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly logger: Logger;
}): EventLog {
  const { postgres, keys, clock } = options;
  const queue: Waiting[] = [];
  const sleepers = new Set<() => void>();
  let flushing: Promise<void> | null = null;

  const take = (): Waiting[] => {
    let bytes = 0;
    const taken = queue.findIndex((waiting) => {
      bytes += waiting.json.length;
      return bytes > commitBytes;
    });
    return queue.splice(0, taken <= 0 ? (taken === 0 ? 1 : queue.length) : taken);
  };

  // Group commit: whatever arrives while one commit is on its way shares the next one.
  const flush = async (): Promise<void> => {
    while (queue.length > 0) {
      const group = take();
      try {
        const sealer = await keys.sealer('log', clock.now());
        const offsets = await appendBatches(
          postgres,
          group.map(({ topic, records, json }) => ({
            topic,
            records,
            keyId: sealer.keyId,
            body: sealer.seal(pack(json)),
          })),
          clock.now(),
        );
        group.forEach((waiting, index) => {
          waiting.resolve({ offset: offsets[index] as number });
        });
        for (const wake of sleepers) wake();
      } catch (error) {
        for (const waiting of group) waiting.reject(error);
      }
    }
    // Here and not in a `finally` of the promise: an append that follows the last answer at once would come in between, and
    // wait for a flush that has ended.
    flushing = null;
  };

  const read = async <Body>(
    topic: string,
    after: number,
    limit: number,
  ): Promise<LogRecord<Body>[]> => {
    if (topic === 'facts') return (await factsAfter(postgres, after, limit)) as LogRecord<Body>[];
    const rows = await postgres
      .db<Tables>()
      .selectFrom('platform.log_batch')
      .select(['offset', 'written_at', 'key_id', 'body'])
      .where('topic', '=', topic)
      .where('partition', '=', 0)
      .where('offset', '>', after)
      .orderBy('offset')
      .limit(limit)
      .execute();
    const open = await keys.opener(rows.map((row) => row.key_id));
    return rows.map((row) => ({
      offset: row.offset,
      writtenAt: row.written_at,
      body: JSON.parse(zstdDecompressSync(open(row.key_id, row.body)).toString()) as Body,
    }));
  };

  const head = async (topic: string): Promise<number> => {
    const row = await postgres
      .db<Tables>()
      .selectFrom('platform.log_partition')
      .select('head')
      .where('topic', '=', topic)
      .where('partition', '=', 0)
      .executeTakeFirst();
    return row?.head ?? 0;
  };

  return {
    append: (topic, body, records) =>
      new Promise((resolve, reject) => {
        queue.push({ topic, records, json: JSON.stringify(body), resolve, reject });
        flushing ??= flush();
      }),
    read,
    head,
    waitFor: async (topic, after, timeoutMs) => {
      const stop = new AbortController();
      const woken = new Promise<void>((resolve) => {
        const wake = () => {
          sleepers.delete(wake);
          resolve();
        };
        sleepers.add(wake);
        stop.signal.addEventListener('abort', wake);
      });
      // Looked at after signing up, so that an append in between is not slept through.
      if ((await head(topic)) <= after) {
        await Promise.race([
          woken,
          sleep(timeoutMs, undefined, { signal: stop.signal }).catch(() => undefined),
        ]);
      }
      stop.abort();
    },
    position: async (consumer, topic) => {
      const row = await postgres
        .db<Tables>()
        .selectFrom('platform.log_position')
        .select('offset')
        .where('consumer', '=', consumer)
        .where('topic', '=', topic)
        .where('partition', '=', 0)
        .executeTakeFirst();
      return row?.offset ?? 0;
    },
    commit: async (tx, consumer, topic, offset) => {
      await sql`
        insert into platform.log_position (consumer, topic, partition, "offset")
        values (${consumer}, ${topic}, 0, ${offset})
        on conflict (consumer, topic, partition) do update set "offset" = excluded."offset"
        where log_position."offset" <= excluded."offset"`.execute(tx);
    },
    state: async (tx, name, body, at) => {
      await sql`insert into platform.fact (name, body, at) values (${name}, ${JSON.stringify(body)}, ${at})`.execute(
        tx,
      );
    },
    close: async () => {
      await flushing;
      for (const wake of sleepers) wake();
    },
  };
}

interface Tables {
  'platform.log_batch': {
    topic: string;
    partition: number;
    offset: number;
    written_at: Date;
    key_id: number;
    body: Buffer;
  };
  'platform.log_partition': { topic: string; partition: number; head: number };
  'platform.log_position': { consumer: string; topic: string; partition: number; offset: number };
}

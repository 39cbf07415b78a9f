import { sourceRoutes } from '@siyu/contract/collect';
import { createWorld } from '@siyu/simulator';
import { send } from '../clients/send.ts';
import { figure, quantile, round, seconds } from '../figures.ts';
import { type BenchServer, withServer } from '../server.ts';
import type { BenchSize, Measured, Workload } from '../workload.ts';

const batchSize = 100;
const connections = 16;
const blockRows = 10_000;
const leastPerSecond = 10_000;

/** Calls of the played brand's visitors over HTTP until they are durable, resolved and queryable. */
export const ingest: Workload = {
  name: 'ingest',
  about: 'tracking calls over HTTP in batches of 100 until all are durable, resolved and queryable',
  run: (size) => withServer((bench) => measure(bench, size)),
};

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly lagMs: number;
  readonly cores: number;
  readonly memory: number;
}

async function measure(bench: BenchServer, size: BenchSize): Promise<Measured> {
  const { server, client } = bench;
  const events = size === 'full' ? 200_000 : 20_000;
  const rounds = size === 'full' ? 3 : 1;
  const { writeKey } = await client.call(sourceRoutes.createSource, {
    body: { kind: 'mini_program', channel: 'mini_program', name: 'Bench', node: 'root' },
  });
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  await play(bench, authorization, bodiesOf(99, 5_000));
  const played: Round[] = [];
  for (let count = 0; count < rounds; count++) {
    played.push(await play(bench, authorization, bodiesOf(count + 1, events)));
  }
  const baseline = await plainInserts(server.platform.clickhouse, rounds);
  const perSecond = figure(
    played.map((one) => one.perSecond),
    'events/s',
  );
  const of = (pick: (one: Round) => number, unit: string) => figure(played.map(pick), unit);
  return {
    figures: {
      events: perSecond,
      acknowledged_p50: of((one) => one.p50, 'ms'),
      acknowledged_p99: of((one) => one.p99, 'ms'),
      lag: of((one) => one.lagMs, 'ms from the last acknowledgement to the last queryable event'),
      cpu: of(
        (one) => one.cores,
        'cores, server and client in one process, PostgreSQL not counted',
      ),
      memory: of((one) => one.memory, 'MiB resident'),
    },
    baseline: {
      what: `ClickHouse insert of the same rows, ${blockRows} a block`,
      figure: baseline,
    },
    ratio: round(perSecond.median / baseline.median),
    hold: `at least ${leastPerSecond} events/s (ratio: our events/s by rows/s of the baseline)`,
    holds: perSecond.median >= leastPerSecond,
  };
}

/** Request bodies with calls of one seed, as many as asked for; made before the clock runs. */
function bodiesOf(seed: number, events: number): readonly string[] {
  const bodies: string[] = [];
  let batch: object[] = [];
  const people = Math.ceil(events / 15);
  for (const act of createWorld({
    seed,
    people,
    end: Date.now(),
    days: 180,
    historyDays: 0,
  }).acts()) {
    if (act.kind !== 'call') continue;
    batch.push(act.call);
    if (batch.length < batchSize) continue;
    bodies.push(JSON.stringify({ batch }));
    batch = [];
    if (bodies.length * batchSize >= events) break;
  }
  return bodies;
}

async function play(
  { server }: BenchServer,
  authorization: string,
  bodies: readonly string[],
): Promise<Round> {
  const before = process.cpuUsage();
  const began = performance.now();
  const report = await send({
    url: `${server.address}/v1/batch`,
    authorization,
    bodies,
    connections,
  });
  const lag = await seconds(() => server.idle());
  const elapsed = (performance.now() - began) / 1000;
  const used = process.cpuUsage(before);
  return {
    perSecond: (bodies.length * batchSize) / elapsed,
    p50: quantile(report.acknowledgedMs, 0.5),
    p99: quantile(report.acknowledgedMs, 0.99),
    lagMs: lag * 1000,
    cores: (used.user + used.system) / 1e6 / elapsed,
    memory: process.memoryUsage().rss / 1024 ** 2,
  };
}

/** The rows that ingest wrote, inserted once more into an empty table of the same shape; rows a second. */
async function plainInserts(
  clickhouse: BenchServer['server']['platform']['clickhouse'],
  rounds: number,
) {
  const blocks: Buffer[] = [];
  let lines: string[] = [];
  let rows = 0;
  const cut = (): void => {
    if (lines.length > 0) blocks.push(Buffer.from(lines.join('\n')));
    lines = [];
  };
  const written = clickhouse.stream<object>({ name: 'bench.written', sql: eventsAsText });
  for await (const part of written) {
    for (const row of part) {
      lines.push(JSON.stringify(row));
      rows++;
      if (lines.length === blockRows) cut();
    }
  }
  cut();
  const rates: number[] = [];
  for (let count = 0; count < rounds; count++) {
    await clickhouse.command({ name: 'bench.drop', sql: 'DROP TABLE IF EXISTS bench_event SYNC' });
    await clickhouse.command({
      name: 'bench.make',
      sql: 'CREATE TABLE bench_event AS collect_event',
    });
    const took = await seconds(async () => {
      for (const block of blocks)
        await clickhouse.insert({ table: 'bench_event', rows: block, lane: 'ingest' });
    });
    rates.push(rows / took);
  }
  return figure(rates, 'rows/s');
}

// Ids beyond 2^53 travel as text.
const eventsAsText =
  'SELECT * REPLACE (toString(identity_id) AS identity_id, toString(event_id) AS event_id) FROM collect_event';

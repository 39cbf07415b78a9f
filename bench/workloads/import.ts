import { existsSync, openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  listImportTemplates,
  readImport,
  sourceRoutes,
  startImport,
  uploadImportFile,
} from '@siyu/contract/collect';
import { sumDocuments } from '@siyu/contract/commerce';
import type { ClickHouse } from '@siyu/server/platform/clickhouse';
import { figure, round, seconds } from '../figures.ts';
import { type BenchServer, withServer } from '../server.ts';
import type { BenchSize, Measured, Workload } from '../workload.ts';

const leastPerSecond = 20_000;
const penniesOfAll = 974_774_793;

/** The complete UCI Online Retail set through the import API until every line can be asked for. */
export const fileImport: Workload = {
  name: 'import',
  about: 'Online Retail (541,909 order lines) uploaded, mapped, durable, resolved and queryable',
  run: async (size) => {
    const files = await dataFiles(size);
    return withServer((bench) => measure(bench, files, size));
  },
};

/** All thirteen months; one of them for `small`. */
async function dataFiles(size: BenchSize): Promise<readonly string[]> {
  const data = process.env.SIYU_DATA ?? join(import.meta.dirname, '../../../shared/data');
  const folder = join(data, 'orders/online_retail');
  if (!existsSync(folder)) {
    throw new Error(`The Online Retail set is not at ${folder}; name its folder in SIYU_DATA.`);
  }
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv.gz')).sort();
  return names.slice(0, size === 'full' ? names.length : 1).map((name) => join(folder, name));
}

async function measure(
  bench: BenchServer,
  files: readonly string[],
  size: BenchSize,
): Promise<Measured> {
  const { server, client } = bench;
  const before = process.cpuUsage();
  let lines = 0;
  const took = await seconds(async () => {
    lines = await runImport(bench, files);
  });
  const used = process.cpuUsage(before);
  const { totals } = await client.call(sumDocuments);
  const pennies = totals.reduce((sum, { amount }) => sum + amount, 0);
  if (size === 'full' && pennies !== penniesOfAll) throw new Error(`The sum is ${pennies} pence.`);
  const baseline = await plainInserts(server.platform.clickhouse, files, size === 'full' ? 3 : 1);
  const perSecond = figure([lines / took], 'lines/s');
  return {
    figures: {
      lines: perSecond,
      seconds: figure([took], 's from the first byte uploaded to the last line queryable'),
      cpu: figure(
        [(used.user + used.system) / 1e6 / took],
        'cores, server and client in one process, PostgreSQL not counted',
      ),
      memory: figure([process.memoryUsage().rss / 1024 ** 2], 'MiB resident'),
    },
    baseline: {
      what: 'ClickHouse INSERT … SELECT FROM file() of the same files',
      figure: baseline,
    },
    ratio: round(perSecond.median / baseline.median),
    hold: `at least ${leastPerSecond} lines/s (ratio: our lines/s by rows/s of the baseline)`,
    holds: perSecond.median >= leastPerSecond,
  };
}

async function runImport(
  { server, client }: BenchServer,
  files: readonly string[],
): Promise<number> {
  await client.call(sourceRoutes.createSource, {
    body: { kind: 'shop', channel: 'web', name: 'Online Retail', node: 'root' },
  });
  const { items: sources } = await client.call(sourceRoutes.listSources);
  const { items: templates } = await client.call(listImportTemplates);
  const mapping = templates.find(({ id }) => id === 'online_retail')?.mapping;
  const source = sources.find(({ name }) => name === 'Online Retail')?.id;
  if (!mapping || !source) throw new Error('The template or the source is missing.');
  const uploaded: { file: string }[] = [];
  for (const path of files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const file = await client.call(uploadImportFile, {
      query: { name },
      body: await openAsBlob(path),
    });
    uploaded.push({ file: file.id });
  }
  const body = { name: 'Online Retail', source, files: uploaded, mapping };
  const { id } = await client.call(startImport, { body });
  for (;;) {
    const found = await client.call(readImport, { params: { import: id } });
    if (found.state === 'failed' || found.counts.errors > 0) throw new Error(JSON.stringify(found));
    if (found.settled) {
      await server.idle();
      return found.counts.rows;
    }
    await sleep(100);
  }
}

const columns =
  'InvoiceNo String, StockCode LowCardinality(String), Description LowCardinality(String), Quantity Int32, ' +
  'InvoiceDate DateTime, UnitPrice Decimal(18, 3), CustomerID String, Country LowCardinality(String)';

/** The same files read by ClickHouse itself into a table of their own shape; rows a second. */
async function plainInserts(clickhouse: ClickHouse, files: readonly string[], rounds: number) {
  const rates: number[] = [];
  for (let count = 0; count < rounds; count++) {
    await clickhouse.command({ name: 'bench.drop', sql: 'DROP TABLE IF EXISTS bench_line SYNC' });
    await clickhouse.command({
      name: 'bench.make',
      sql: `CREATE TABLE bench_line (${columns}) ENGINE = MergeTree ORDER BY (CustomerID, InvoiceDate)`,
    });
    const took = await seconds(async () => {
      for (const path of files) {
        await clickhouse.command({
          name: 'bench.fill',
          sql: `INSERT INTO bench_line SELECT * FROM file('${path}', 'CSVWithNames', '${columns}')`,
        });
      }
    });
    const [row] = await clickhouse.query<{ rows: string }>({
      name: 'bench.count',
      sql: 'SELECT toString(count()) AS rows FROM bench_line',
    });
    rates.push(Number(row?.rows) / took);
  }
  return figure(rates, 'rows/s');
}

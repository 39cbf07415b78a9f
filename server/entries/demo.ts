import { join } from 'node:path';
import { readSetup, setUp } from '@siyu/contract/org';
import { dayMs } from '@siyu/simulator';
import { loadConfig } from '../platform/config/index.ts';
import { EngineError } from '../platform/engines/engine-error.ts';
import { openLogger } from '../platform/telemetry/index.ts';
import { openClient } from './demo/client.ts';
import { isLoaded, writeNote } from './demo/home.ts';
import { loadBrand } from './demo/load-brand.ts';
import { loadOnlineRetail, orderFiles } from './demo/load-online-retail.ts';
import { readOptions } from './demo/options.ts';
import { openProgress } from './demo/progress.ts';
import { travellingClock } from './demo/travelling-clock.ts';
import { explain, stopOnSignal } from './process.ts';
import { type StartedServer, startServer } from './start.ts';

// The demo listens on this machine only, so its login may be written down here.
const login = 'admin';
const password = 'lanshe-demo-2026';

/** The public data sets lie beside the working copy unless SIYU_DATA says otherwise. */
const siblingData = join(import.meta.dirname, '../../../shared/data');

const brands = {
  brand: { nameZh: '澜舍集团', nameEn: 'Lanshe Group', timezone: 'Asia/Shanghai', currency: 'CNY' },
  'online-retail': {
    nameZh: 'Online Retail',
    nameEn: 'Online Retail',
    timezone: 'Europe/London',
    currency: 'GBP',
  },
} as const;

const options = readOptions(process.argv.slice(2));

async function start(): Promise<void> {
  const { data, port, exit } = options;
  const home =
    options.home ??
    process.env.SIYU_HOME ??
    join(import.meta.dirname, '../../.siyu', data === 'brand' ? 'demo' : data);
  const isThere = await isLoaded(home);
  const loaded = loadConfig({
    home,
    ...(port === undefined ? {} : { port }),
    ...(process.env.SIYU_LOG_LEVEL ? {} : { logLevel: 'warn' as const }),
  });
  const logger = openLogger(loaded.config);
  const clock = travellingClock();
  const server = await startServer({ ...loaded, logger, clock });
  stopOnSignal(() => server.close(), logger);
  try {
    if (!isThere) await load(server, home, clock);
  } catch (error) {
    await server.close();
    throw error;
  }
  if (exit) await server.close();
  else console.log(`ready ${server.address} · login ${login} · password ${password}`);
}

async function load(
  server: StartedServer,
  home: string,
  clock: ReturnType<typeof travellingClock>,
): Promise<void> {
  const { data, size } = options;
  const client = openClient(server.address, { authorization: `Bearer ${server.localKey}` });
  const { needed } = await client.call(readSetup);
  if (!needed) {
    throw new EngineError(
      `${home} holds an installation that is not the demo's. Choose another folder with --home.`,
    );
  }
  const folder = server.platform.config.data ?? siblingData;
  const files = data === 'online-retail' ? await orderFiles(folder) : [];
  const end = new Date();
  const note = { data, size, end: end.toISOString(), loadedAt: null };
  await writeNote(home, note);
  // A brand that has 180 days of history was not set up a minute ago.
  if (data === 'brand') clock.travel(new Date(end.getTime() - 181 * dayMs));
  await client.call(setUp, { body: { ...brands[data], login, name: '管理员', password } });
  const progress = openProgress(process.stdout);
  const task = progress.task('演示数据 Demo');
  if (data === 'brand') await loadBrand({ server, client, clock, progress, size, end, password });
  else await loadOnlineRetail(client, progress, files);
  task.done();
  await writeNote(home, { ...note, loadedAt: clock.now().toISOString() });
}

try {
  await start();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { changePolicy, defaultSendPolicy, stopOutgoing } from '@siyu/contract/channel';
import { sourceRoutes } from '@siyu/contract/collect';
import { createTemplate, publishTemplate } from '@siyu/contract/content';
import { createCampaign, launchCampaign, listRuns, readReport } from '@siyu/contract/journey';
import { createSegment, getSegment } from '@siyu/contract/segment';
import { openProgress, runImport } from '@siyu/server/entries/demo';
import { sql } from 'kysely';
import { figure, round, seconds } from '../figures.ts';
import { type BenchServer, withServer } from '../server.ts';
import type { BenchSize, Measured, Workload } from '../workload.ts';

const leastPerSecond = 20_000;
const mostTimes = 5;

/** A campaign to a whole population planned: audience, consent, addresses, caps, holdout, a reason for everyone left out. */
export const campaign: Workload = {
  name: 'campaign',
  about: '200,000 people planned for one campaign: policy, caps and skip reasons',
  run: (size) => withServer((bench) => measure(bench, size)),
};

async function measure(bench: BenchServer, size: BenchSize): Promise<Measured> {
  const { client } = bench;
  const people = size === 'full' ? 200_000 : 10_000;
  const rounds = size === 'full' ? 3 : 1;
  await importPeople(bench, people);
  const segment = await everybody(bench);
  const template = await message(bench);
  // Caps are looked up for everybody and reached by nobody, so that each round plans the same work.
  const overall = { perDay: rounds, perWeek: rounds };
  await client.call(changePolicy, { body: { ...defaultSendPolicy, overall } });
  // Nothing may leave, so that only planning is measured.
  await client.call(stopOutgoing, { body: { reason: 'bench' } });
  const times: number[] = [];
  let skipped = 0;
  for (let count = 1; count <= rounds; count++) {
    const planned = await planOnce(bench, `Bench ${count}`, segment, template);
    if (planned.people !== people) throw new Error(`${planned.people} of ${people} were decided.`);
    times.push(planned.took);
    skipped = planned.skipped;
  }
  const baseline = await plainInserts(bench, people, rounds);
  const perSecond = figure(
    times.map((took) => people / took),
    'people/s',
  );
  const ratio = round(baseline.median / perSecond.median);
  return {
    figures: {
      planned: perSecond,
      seconds: figure(times, 's from launch until everybody is decided'),
      skipped: figure([skipped], 'people left out with a reason, in the last round'),
    },
    baseline: { what: 'one INSERT … SELECT of the same rows in PostgreSQL', figure: baseline },
    ratio,
    hold: `at least ${leastPerSecond} people/s and at most ${mostTimes} times the baseline's time (ratio)`,
    holds: perSecond.median >= leastPerSecond && ratio <= mostTimes,
  };
}

/** One in twelve has given no agreement, one in twenty no phone. */
function memberFile(people: number): Blob {
  const lines = ['user_id,phone,sms'];
  for (let index = 0; index < people; index++) {
    const phone = index % 20 === 0 ? '' : `139${String(index).padStart(8, '0')}`;
    lines.push(`B${index},${phone},${index % 12 === 0 ? '' : 'granted'}`);
  }
  return new Blob([lines.join('\n')]);
}

async function importPeople({ server, client }: BenchServer, people: number): Promise<void> {
  const { id } = await client.call(sourceRoutes.createSource, {
    body: { kind: 'file', channel: 'file', name: 'Bench', node: 'root' },
  });
  await runImport(client, openProgress(process.stderr), {
    name: 'people',
    source: id,
    files: [{ name: 'people.csv', content: memberFile(people) }],
    mapping: {
      kind: 'people',
      timezone: 'Asia/Shanghai',
      columns: [
        { column: 'user_id', target: 'identifier.user_id' },
        { column: 'phone', target: 'identifier.phone' },
        { column: 'sms', target: 'consent.marketing.sms' },
      ],
    },
  });
  await server.idle();
}

async function everybody({ client }: BenchServer): Promise<string> {
  const { segment } = await client.call(createSegment, {
    body: { name: 'everybody', kind: 'static', rule: { kind: 'known' } },
  });
  for (;;) {
    const now = await client.call(getSegment, { params: { segment } });
    if (now.failure !== null) throw new Error(now.failure);
    if (now.version > 0) return segment;
    await sleep(50);
  }
}

async function message({ client }: BenchServer): Promise<string> {
  const { id } = await client.call(createTemplate, {
    body: {
      name: 'bench',
      channel: 'sms',
      category: 'marketing',
      body: 'https://example.com/offer 退订 {{ unsubscribe_url }}',
    },
  });
  await client.call(publishTemplate, { params: { template: id }, body: {} });
  return id;
}

async function planOnce({ client }: BenchServer, name: string, segment: string, template: string) {
  const { id } = await client.call(createCampaign, {
    body: {
      name,
      template,
      entry: { kind: 'segment', segment, timing: { kind: 'now' } },
      holdoutBasisPoints: 1_000,
    },
  });
  const took = await seconds(async () => {
    await client.call(launchCampaign, { params: { campaign: id } });
    for (;;) {
      const { items } = await client.call(listRuns, { params: { campaign: id }, query: {} });
      const [run] = items;
      if (run?.error) throw new Error(run.error);
      if (run && run.state !== 'enrolling' && run.decided === run.enrolled) return;
      await sleep(50);
    }
  });
  const report = await client.call(readReport, { params: { campaign: id }, query: {} });
  const skipped = report.skipped.reduce((sum, row) => sum + row.people, 0);
  return { took, people: report.audience, skipped };
}

/** The deliveries of the last round copied into an empty table of the same shape, indexes included; people a second. */
async function plainInserts({ server }: BenchServer, people: number, rounds: number) {
  const db = server.platform.postgres.db<unknown>();
  const rates: number[] = [];
  for (let count = 0; count < rounds; count++) {
    await sql`drop table if exists public.bench_delivery`.execute(db);
    await sql`create table public.bench_delivery (like channel.delivery including all)`.execute(db);
    const took = await seconds(() =>
      sql`insert into public.bench_delivery overriding system value
        select * from channel.delivery
        where send_id = (select max(send_id) from channel.delivery)`.execute(db),
    );
    rates.push(people / took);
  }
  return figure(rates, 'people/s');
}

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  type CampaignDefinition,
  createCampaign,
  type EventEntry,
  launchCampaign,
  listRuns,
  pauseCampaign,
  readReport,
  resumeCampaign,
} from '@siyu/contract/journey';
import { sql } from 'kysely';
import { steppingClock } from '../../platform/clock/index.ts';
import { type Outgoing, outgoing } from '../../testing/outgoing.ts';
import { changeSendPolicy, sendDue } from '../channel/index.ts';
import { advanceRun } from './advance-run.ts';
import { hearEvents } from './hear-events.ts';
import { campaignInScope } from './store/campaigns.ts';
import { runsOf } from './store/runs.ts';

const clock = steppingClock('2026-06-01T02:00:00Z');
let out: Outgoing;
let phone = 13_500_000_000;
let template: string;
const db = () => out.app.platform.postgres.db<unknown>();
const anywhere = { rootId: 1, everything: true, orgIds: [] };

const launched = async (entry: Partial<EventEntry>, change: Partial<CampaignDefinition> = {}) => {
  const { id } = await out.app.call(createCampaign, {
    body: {
      name: '买后关怀',
      template,
      entry: {
        kind: 'event',
        event: 'order_placed',
        where: [],
        wait: { kind: 'none' },
        reentry: { kind: 'always' },
        ...entry,
      },
      holdoutBasisPoints: 0,
      ...change,
    },
  });
  await out.app.call(launchCampaign, { params: { campaign: id } });
  return id;
};
const aPerson = async () => {
  const own = String(++phone);
  await out.people([{ identifiers: { phone: own }, traits: { name: '李娜' }, grants: ['sms'] }]);
  return own;
};
const does = (own: string, event: string, properties: Record<string, unknown> = {}) =>
  out.say({ event, identifiers: [{ kind: 'phone', value: own }], properties });
const work = async (campaign: string) => {
  const { campaignId } = await campaignInScope(db(), anywhere, campaign);
  const [run] = await runsOf(db(), campaignId);
  const next = await advanceRun(out.app.platform, run?.runId as number);
  await sendDue(out.app.platform, 'sms');
  await out.pipeline.idle();
  return next;
};
const report = (campaign: string) => out.app.call(readReport, { params: { campaign } });
const texts = async (campaign: string) => (await out.inbox(campaign)).map(({ body }) => body);

before(async () => {
  out = await outgoing(clock);
  const none = { perDay: null, perWeek: null };
  await changeSendPolicy(
    db(),
    { quiet: null, overall: none, channels: {} },
    { actor: 'test', at: clock.now() },
  );
  const body =
    "{{ person.name | default: '朋友' }}：{{ event.product | default: '商品' }} {{ event.amount | default: '' }} 退订";
  template = (await out.aTemplate({ channel: 'sms', body })).publicId;
});
after(() => out.close());

test('an event that passes the filter brings a message that names it, one that does not brings none', async () => {
  const dear = {
    property: { in: 'column', name: 'revenue' },
    test: { op: 'gte', value: 100_000 },
  } as const;
  const campaign = await launched({ where: [dear] });
  const own = await aPerson();
  await does(own, 'order_placed', { revenue: 20, currency: 'CNY', product: '滤芯' });
  await does(own, 'order_placed', { revenue: 4_999, currency: 'CNY', product: '空调' });
  await work(campaign);
  assert.deepEqual(await texts(campaign), ['李娜：空调 4,999.00 退订']);
  const { items } = await out.app.call(listRuns, { params: { campaign } });
  assert.deepEqual([items[0]?.state, items[0]?.enrolled, items[0]?.decided], ['open', 1, 1]);
});

test('a block that is heard twice starts nothing twice', async () => {
  const campaign = await launched({});
  const own = await aPerson();
  await does(own, 'order_placed', { product: 'A' });
  const events = await out.app.platform.clickhouse.query<never>({
    name: 'test.block',
    sql: "SELECT * REPLACE (toString(event_id) AS event_id) FROM collect_event WHERE name = 'order_placed' ORDER BY block DESC LIMIT 1",
  });
  const blockId = (events[0] as unknown as { block: number }).block;
  await hearEvents(out.app.platform, { blockId, events });
  // Even without the memory of what was heard, the event's own id is known.
  await sql`delete from journey.position`.execute(db());
  await hearEvents(out.app.platform, { blockId, events });
  await work(campaign);
  assert.equal((await texts(campaign)).length, 1);
});

test('the wait and the re-check: who bought in the meantime is left in peace, with the reason stored', async () => {
  const campaign = await launched({
    event: 'cart_viewed',
    wait: { kind: 'minutes', minutes: 120 },
    recheck: { kind: 'event', event: 'order_placed', happened: false },
  });
  const [buyer, hesitant] = [await aPerson(), await aPerson()];
  await does(buyer, 'cart_viewed', { product: '冰箱' });
  await does(hesitant, 'cart_viewed', { product: '冰箱' });
  clock.advance(3_600_000);
  await does(buyer, 'order_placed', { product: '冰箱' });
  const next = await work(campaign);
  assert.equal((await texts(campaign)).length, 0);
  assert.equal(next?.getTime(), clock.now().getTime() + 3_600_000);
  clock.advance(3_600_000);
  await work(campaign);
  assert.deepEqual(await texts(campaign), ['李娜：冰箱  退订']);
  const { skipped } = await report(campaign);
  assert.deepEqual(skipped, [{ reason: 'recheck_failed', gate: 'plan', people: 1 }]);
});

test('a visitor who logs in during the wait gets the message as the member', async () => {
  const campaign = await launched({ event: 'cart_viewed', wait: { kind: 'minutes', minutes: 30 } });
  const own = await aPerson();
  const visitor = { kind: 'anonymous_id' as const, value: 'visitor-1' };
  await out.say({
    event: 'cart_viewed',
    identifiers: [visitor],
    properties: { product: '洗衣机' },
  });
  await out.say({ event: 'signed_in', identifiers: [visitor, { kind: 'phone', value: own }] });
  clock.advance(1_800_000);
  await work(campaign);
  assert.equal((await texts(campaign)).length, 1);
});

test('once ever, once in some days, or every time', async () => {
  const once = await launched({ reentry: { kind: 'once' } });
  const weekly = await launched({ reentry: { kind: 'after', days: 7 } });
  const always = await launched({ reentry: { kind: 'always' } });
  const own = await aPerson();
  for (const days of [0, 0, 3, 5]) {
    clock.advance(days * 86_400_000);
    await does(own, 'order_placed', { product: `第 ${days} 天` });
  }
  const counts: number[] = [];
  for (const campaign of [once, weekly, always]) {
    await work(campaign);
    counts.push((await report(campaign)).audience);
  }
  assert.deepEqual(counts, [1, 2, 4]);
});

test('old events of a late import and events of a paused campaign start nothing', async () => {
  const campaign = await launched({ maxEventAgeMinutes: 60 });
  const own = await aPerson();
  await out.say({
    event: 'order_placed',
    time: new Date(clock.now().getTime() - 7_200_000).toISOString(),
    identifiers: [{ kind: 'phone', value: own }],
  });
  await out.app.call(pauseCampaign, { params: { campaign } });
  await does(own, 'order_placed');
  await out.app.call(resumeCampaign, { params: { campaign } });
  assert.equal((await report(campaign)).audience, 0);
  await does(own, 'order_placed');
  assert.equal((await report(campaign)).audience, 1);
});

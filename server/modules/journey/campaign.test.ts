import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  type CampaignDefinition,
  createCampaign,
  launchCampaign,
  listCampaignPeople,
  listCampaigns,
  listRehearsalPeople,
  listRuns,
  pauseCampaign,
  readCampaign,
  readReport,
  rehearseCampaign,
  resumeCampaign,
  stopCampaign,
} from '@siyu/contract/journey';
import { createSegment } from '@siyu/contract/segment';
import { steppingClock } from '../../platform/clock/index.ts';
import { type Outgoing, outgoing } from '../../testing/outgoing.ts';
import { changeSendPolicy, sendDue } from '../channel/index.ts';
import { advanceRun } from './advance-run.ts';
import { rehearse, showRehearsal } from './rehearse.ts';
import { startDueCampaigns } from './start-due-campaigns.ts';
import { campaignInScope } from './store/campaigns.ts';
import { runsOf } from './store/runs.ts';

const clock = steppingClock('2026-06-01T02:00:00Z');
const none = { perDay: null, perWeek: null };
let out: Outgoing;
let phone = 13_600_000_000;
let everybody: string;
let template: string;

const db = () => out.app.platform.postgres.db<unknown>();
const anywhere = { rootId: 1, everything: true, orgIds: [] };
const aCampaign = async (change: Partial<CampaignDefinition> = {}) => {
  const campaign = await out.app.call(createCampaign, {
    body: {
      name: '清洗提醒',
      template,
      entry: { kind: 'segment', segment: everybody, timing: { kind: 'now' } },
      holdoutBasisPoints: 0,
      ...change,
    },
  });
  return campaign.id;
};
const launch = (campaign: string) => out.app.call(launchCampaign, { params: { campaign } });
const state = async (campaign: string) =>
  (await out.app.call(readCampaign, { params: { campaign } })).state;
/** Does what the jobs would do. */
const work = async (campaign: string) => {
  const { campaignId } = await campaignInScope(db(), anywhere, campaign);
  for (const { runId } of await runsOf(db(), campaignId)) await advanceRun(out.app.platform, runId);
  await sendDue(out.app.platform, 'sms');
  for (const { runId } of await runsOf(db(), campaignId)) await advanceRun(out.app.platform, runId);
  await out.pipeline.idle();
};
const report = (campaign: string) => out.app.call(readReport, { params: { campaign } });

before(async () => {
  out = await outgoing(clock);
  await changeSendPolicy(
    db(),
    { quiet: null, overall: none, channels: {} },
    { actor: 'test', at: clock.now() },
  );
  const text = {
    channel: 'sms',
    body: "{{ person.name | default: '朋友' }} https://a.cn/x 退订",
  } as const;
  template = (await out.aTemplate(text)).publicId;
  await out.people(
    Array.from({ length: 200 }, (_, index) => ({
      identifiers: { phone: String(++phone) },
      grants: index % 4 === 0 ? [] : (['sms'] as const),
    })),
  );
  const segment = await out.app.call(createSegment, {
    body: {
      name: '有手机号',
      kind: 'refreshed',
      rule: { kind: 'identifier', identifier: 'phone' },
    },
  });
  everybody = segment.segment;
});
after(() => out.close());

test('a dry run tells whom a send would reach and who is left out and why, and sends nothing', async () => {
  const campaign = await aCampaign({ holdoutBasisPoints: 1_000 });
  await out.app.call(rehearseCampaign, { params: { campaign } });
  const { campaignId } = await campaignInScope(db(), anywhere, campaign);
  await rehearse(out.app.platform, { campaignId, generation: 1 });
  const seen = await showRehearsal(out.app.platform, campaignId);
  assert.equal(seen.state, 'done');
  assert.equal(seen.audience, 200);
  assert.deepEqual(seen.skipped, [{ reason: 'no_consent', people: 50 }]);
  assert.equal(seen.reached + seen.holdout, 150);
  const { items } = await out.app.call(listRehearsalPeople, {
    params: { campaign },
    query: { reason: 'no_consent', limit: 200 },
  });
  assert.equal(items.length, 50);
  assert.equal((await report(campaign)).planned, 0);
});

test('a campaign reaches its segment, holds a share back, and its report shows what it did', async () => {
  const goal = { event: 'order_placed', windowDays: 7 };
  const campaign = await aCampaign({ holdoutBasisPoints: 3_000, goal });
  await launch(campaign);
  await work(campaign);
  assert.equal(await state(campaign), 'done');
  const before = await report(campaign);
  assert.equal(before.audience, 200);
  assert.equal(before.planned + before.holdout, 150);
  assert.equal(before.sent, before.planned);
  assert.equal(before.opened, null);
  assert.deepEqual(before.skipped, [{ reason: 'no_consent', gate: 'plan', people: 50 }]);

  const people = async (group: 'sent' | 'holdout' | 'ordered' | 'holdout_ordered') =>
    (await out.app.call(listCampaignPeople, { params: { campaign }, query: { group, limit: 200 } }))
      .items;
  const sent = await people('sent');
  const held = await people('holdout');
  assert.equal(sent.length, before.sent);
  assert.equal(held.length, before.holdout);
  clock.advance(3_600_000);
  const order = (index: number, ids: readonly { person: { id: string } }[]) =>
    ids[index]?.person.id as string;
  const phones = await phonesOf([
    ...sent.slice(0, 30).map((_, index) => order(index, sent)),
    order(0, held),
  ]);
  const at = clock.now().toISOString();
  await out.say(
    ...phones.map((value) => ({
      type: 'track' as const,
      event: 'order_placed',
      time: at,
      identifiers: [{ kind: 'phone' as const, value }],
      properties: { revenue: 100, currency: 'CNY' },
    })),
  );
  clock.advance(60_000);
  const done = await report(campaign);
  assert.equal(done.ordered, 30);
  assert.deepEqual(done.revenue, [{ currency: 'CNY', amount: 300_000 }]);
  assert.deepEqual(
    [done.comparison?.treatment.converted, done.comparison?.control.converted],
    [30, 1],
  );
  assert.equal(done.comparison?.verdict, 'better');
  assert.equal((await people('ordered')).length, 30);
  assert.equal((await people('holdout_ordered')).length, 1);
});

test('a crash in the middle is made good by doing it again: nobody is lost, nobody gets two', async () => {
  const campaign = await aCampaign();
  await launch(campaign);
  const { campaignId } = await campaignInScope(db(), anywhere, campaign);
  const [run] = await runsOf(db(), campaignId);
  const { platform } = out.app;
  let steps = 0;
  await advanceRun(platform, run?.runId as number, () => ++steps > 1);
  await Promise.all([1, 2, 3].map(() => advanceRun(platform, run?.runId as number)));
  await work(campaign);
  await work(campaign);
  const { audience, planned, sent } = await report(campaign);
  assert.deepEqual([audience, planned, sent], [200, 150, 150]);
  assert.equal(await state(campaign), 'done');
});

test('a paused campaign holds its messages, a resumed one sends them, a stopped one never', async () => {
  const one = await aCampaign();
  await launch(one);
  const { campaignId } = await campaignInScope(db(), anywhere, one);
  const [run] = await runsOf(db(), campaignId);
  await advanceRun(out.app.platform, run?.runId as number);
  await out.app.call(pauseCampaign, { params: { campaign: one } });
  await work(one);
  assert.equal((await report(one)).sent, 0);
  await out.app.call(resumeCampaign, { params: { campaign: one } });
  await work(one);
  assert.equal((await report(one)).sent, 150);

  const other = await aCampaign();
  await launch(other);
  const { campaignId: otherId } = await campaignInScope(db(), anywhere, other);
  const [otherRun] = await runsOf(db(), otherId);
  await advanceRun(out.app.platform, otherRun?.runId as number);
  await out.app.call(stopCampaign, { params: { campaign: other } });
  await work(other);
  const stopped = await report(other);
  assert.deepEqual(
    [stopped.sent, stopped.skipped.find(({ reason }) => reason === 'stopped')?.people],
    [0, 150],
  );
  const answer = await out.app.ask(resumeCampaign, { params: { campaign: other } });
  assert.equal(answer.status, 409);
});

test('a recurring campaign runs at each of its dates, and once for those that were missed', async () => {
  const timing = { kind: 'recurring', rule: { every: 'day', time: '12:00' } } as const;
  const campaign = await aCampaign({ entry: { kind: 'segment', segment: everybody, timing } });
  clock.set('2026-06-10T02:00:00Z');
  const launched = await launch(campaign);
  assert.equal(launched.state, 'scheduled');
  assert.equal(launched.nextRunAt, '2026-06-10T04:00:00.000Z');
  clock.set('2026-06-10T04:00:01Z');
  await startDueCampaigns(out.app.platform);
  await work(campaign);
  clock.set('2026-06-13T05:00:00Z');
  await startDueCampaigns(out.app.platform);
  await startDueCampaigns(out.app.platform);
  await work(campaign);
  const { items } = await out.app.call(listRuns, { params: { campaign } });
  assert.deepEqual(
    items.map(({ number, state: of }) => [number, of]),
    [
      [2, 'done'],
      [1, 'done'],
    ],
  );
  assert.equal(
    (await out.app.call(readCampaign, { params: { campaign } })).nextRunAt,
    '2026-06-14T04:00:00.000Z',
  );
  assert.equal((await report(campaign)).sent, 300);
});

test('a campaign without a published template, or in the past, does not start', async () => {
  const at = { kind: 'at', at: '2026-01-01T00:00:00Z' } as const;
  const past = await aCampaign({ entry: { kind: 'segment', segment: everybody, timing: at } });
  assert.equal((await out.app.ask(launchCampaign, { params: { campaign: past } })).status, 422);
  const page = await out.app.call(listCampaigns, { query: { limit: 2 } });
  assert.equal(page.items.length, 2);
  assert.ok(page.next);
});

async function phonesOf(publicIds: readonly string[]): Promise<string[]> {
  const { addressesOf } = await import('../privacy/index.ts');
  const { personByPublicId } = await import('../identity/index.ts');
  const ids = await Promise.all(
    publicIds.map(async (id) => (await personByPublicId(db(), anywhere, id))?.person_id as number),
  );
  const addresses = await addressesOf(out.app.platform, ids, 'phone');
  return ids.map((id) => addresses.get(id)?.value as string);
}

import {
  type CampaignDefinition,
  createCampaign,
  launchCampaign,
  readReport,
} from '@siyu/contract/journey';
import {
  type Act,
  assortment,
  createWorld,
  dayMs,
  memberFile,
  type Size,
  sizes,
  startOfDay,
  type World,
} from '@siyu/simulator';
import { stringify } from 'csv-stringify/sync';
import type { StartedServer } from '../start.ts';
import { buildSegment, buildSegments, buildTags, buildTemplates } from './build-content.ts';
import { buildOrganisation, type DemoSource } from './build-organisation.ts';
import type { Client } from './client.ts';
import { careCampaign, cartCampaign, cleaningCampaign } from './content/campaigns.ts';
import { memberMapping } from './content/member-mapping.ts';
import { openDoor } from './door.ts';
import { knownLift } from './known-lift.ts';
import { playReactions, sendWakeCampaign } from './play-campaign.ts';
import type { Progress } from './progress.ts';
import { runImport } from './run-import.ts';
import { openActSender } from './send-acts.ts';
import type { TravellingClock } from './travelling-clock.ts';

export interface BrandLoad {
  readonly server: StartedServer;
  readonly client: Client;
  readonly clock: TravellingClock;
  readonly progress: Progress;
  readonly size: Size;
  /** The moment at which the played world ends. */
  readonly end: Date;
  readonly password: string;
}

const seed = 7;
/** The past campaign leaves three weeks before the end, at half past ten in the morning. */
const campaignDaysAgo = 21;
const campaignTimeMs = 10.5 * 3_600_000;
/** How far the clock goes at once through the last day. */
const stepMs = 2 * 3_600_000;
/** Acts that one person does, history included; for the progress bar only. */
const actsPerPerson = 26.8;

/** The world that the demo plays. */
export const demoWorld = (size: Size, end: number): World =>
  createWorld({ seed, people: sizes[size], end, days: 180, historyDays: 540 });

/** Loads the played brand through the public interfaces and builds on it what its operators would have built. */
export async function loadBrand(load: BrandLoad): Promise<void> {
  const { server, client, clock, progress, size, end, password } = load;
  const now = end.getTime();
  const world = demoWorld(size, now);
  const sendDay = new Date(startOfDay(now) - campaignDaysAgo * dayMs + campaignTimeMs);
  clock.travel(sendDay);
  const sources = await buildOrganisation(client, password);
  await openDoor(server.address, sources.crm.writeKey)(assortment(world.start));
  await importMembers(load, world, sources.crm);

  const task = progress.task('行为与订单 Acts', Math.round(world.settings.people * actsPerPerson));
  const sender = openActSender(server.address, sources, task);
  const acts = world.acts();
  const held = await sendUntil(acts, sender.send, sendDay.getTime());
  await sender.settle();
  await server.idle();

  const templates = await buildTemplates(client);
  const silent = await buildSegment(client, 'silent');
  const campaign = await sendWakeCampaign(client, { segments: { silent }, templates });
  const sentAt = clock.now().getTime();
  const played = await playReactions(client, progress, clock, world, campaign, sentAt);
  const known = knownLift(played.acts, played.reached, sentAt);

  const rest = inOrder(held, acts, played.acts);
  const sendAndSee = (act: Act): Promise<void> => {
    known.see(act);
    return sender.send(act);
  };
  const lastDay = new Date(now - dayMs);
  clock.travel(lastDay);
  let next = await sendUntil(rest, sendAndSee, lastDay.getTime());
  await sender.settle();
  await server.idle();
  await launch(client, cartCampaign({ segments: {}, templates }));
  await launch(client, careCampaign({ segments: {}, templates }));
  // The last day passes in steps, so that the campaigns that wait for events find them as they happen.
  for (let at = lastDay.getTime() + stepMs; at <= now; at += stepMs) {
    clock.travel(new Date(at));
    next = await sendUntil(startingWith(next, rest), sendAndSee, at);
    await sender.settle();
    await server.idle();
    await server.platform.jobs.add('journey.tick', {});
  }
  clock.arrive();
  await sendUntil(startingWith(next, rest), sendAndSee, Number.POSITIVE_INFINITY);
  await sender.settle();
  await server.idle();
  task.done();

  await buildTags(client, progress);
  const segments = await buildSegments(client, progress, { silent });
  await launch(client, cleaningCampaign({ segments, templates }, nextMonday(now)));
  await tellLift(client, progress, campaign, known.share());
}

async function launch(client: Client, body: CampaignDefinition): Promise<void> {
  const { id } = await client.call(createCampaign, { body });
  await client.call(launchCampaign, { params: { campaign: id } });
}

async function importMembers(
  { client, progress }: BrandLoad,
  world: World,
  source: DemoSource,
): Promise<void> {
  const rows = [...memberFile(world)];
  if (rows.length === 0) return;
  const content = new Blob([stringify(rows, { header: true, bom: true })]);
  await runImport(client, progress, {
    name: '老会员系统导入',
    source: source.id,
    mapping: memberMapping,
    files: [{ name: '会员名单.csv', content }],
  });
}

/** Sends acts that happened before an instant; the first later one is handed back, for it is taken already. */
async function sendUntil(
  acts: Iterator<Act>,
  send: (act: Act) => Promise<void>,
  until: number,
): Promise<Act | null> {
  for (let next = acts.next(); !next.done; next = acts.next()) {
    if (next.value.at >= until) return next.value;
    await send(next.value);
  }
  return null;
}

function* startingWith(first: Act | null, rest: Iterable<Act>): Generator<Act, void, undefined> {
  if (first) yield first;
  yield* rest;
}

/** Two streams that are in order of time, as one. */
function* inOrder(
  first: Act | null,
  stream: Iterable<Act>,
  others: readonly Act[],
): Generator<Act, void, undefined> {
  let place = 0;
  for (const act of startingWith(first, stream)) {
    for (let other = others[place]; other && other.at < act.at; other = others[++place])
      yield other;
    yield act;
  }
  yield* others.slice(place);
}

/** Ten in the morning of the next Monday in Shanghai. */
function nextMonday(now: number): Date {
  for (let days = 1; ; days++) {
    const start = startOfDay(now) + days * dayMs;
    if (new Date(start + dayMs / 2).getUTCDay() === 1) return new Date(start + 10 * 3_600_000);
  }
}

/** Holds the report of the past campaign against what the simulator knows. */
async function tellLift(
  client: Client,
  progress: Progress,
  campaign: string,
  known: number,
): Promise<void> {
  const { comparison } = await client.call(readReport, { params: { campaign }, query: {} });
  if (!comparison) return;
  const { difference, differenceLow, differenceHigh } = comparison;
  const points = (basisPoints: number): string => (basisPoints / 100).toFixed(1);
  progress
    .task('活动增量 Lift')
    .done(
      `measured ${points(difference)} points (95 %: ${points(differenceLow)} to ${points(differenceHigh)}), known truth ${points(known * 10_000)}`,
    );
}

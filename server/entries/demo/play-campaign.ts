import { setTimeout as sleep } from 'node:timers/promises';
import { reactToInboxMessage } from '@siyu/contract/channel';
import {
  createCampaign,
  launchCampaign,
  listCampaignPeople,
  readCampaign,
} from '@siyu/contract/journey';
import { personRoutes } from '@siyu/contract/profile';
import { type Act, memberNumber, type Reaction, react, type World } from '@siyu/simulator';
import { type Client, everyItem } from './client.ts';
import { type DemoIds, wakeCampaign } from './content/campaigns.ts';
import { inFlight } from './in-flight.ts';
import type { Progress } from './progress.ts';
import type { TravellingClock } from './travelling-clock.ts';

/** The truth of the demo's past campaign: share of additional buyers that its message causes. */
const wakeEffect = 0.06;
const wave = 0;
const callsAtOnce = 4;
const lookEveryMs = 200;

/** A campaign that has been sent, with what its message will cause. */
export interface PlayedCampaign {
  /** How many people got its message. */
  readonly reached: number;
  /** What they buy because of it, and what follows, oldest first. */
  readonly acts: readonly Act[];
}

/** Makes the campaign, launches it and waits until every message has left. */
export async function sendWakeCampaign(client: Client, ids: DemoIds): Promise<string> {
  const { id } = await client.call(createCampaign, { body: wakeCampaign(ids) });
  await client.call(launchCampaign, { params: { campaign: id } });
  for (;;) {
    const now = await client.call(readCampaign, { params: { campaign: id } });
    if (now.error !== null) throw new Error(`The campaign failed: ${now.error}`);
    if (now.state === 'done') return id;
    await sleep(lookEveryMs);
  }
}

/**
 * Has those who got the message react as the simulator's response model says: opens, clicks and unsubscribes through the
 * inbox at their own time, orders as acts for the stream.
 */
export async function playReactions(
  client: Client,
  progress: Progress,
  clock: TravellingClock,
  world: World,
  campaign: string,
  sentAt: number,
): Promise<PlayedCampaign> {
  const deliveries = await deliveriesByPerson(client, campaign);
  const reactions = await reactionsOf(client, world, deliveries, sentAt);
  const steps = reactions.flatMap(stepsOf).sort((one, other) => one.at - other.at);
  const task = progress.task('活动反馈 Reactions', steps.length);
  // A few neighbours at once, at the time of the last of them: they are minutes apart, the calls milliseconds.
  for (let place = 0; place < steps.length; place += callsAtOnce) {
    const neighbours = steps.slice(place, place + callsAtOnce);
    clock.travel(new Date((neighbours.at(-1) as Step).at));
    await Promise.all(
      neighbours.map(({ delivery, kind }) =>
        client.call(reactToInboxMessage, { params: { delivery }, body: { reaction: kind } }),
      ),
    );
    task.step(neighbours.length);
  }
  task.done(`${steps.length} of ${deliveries.size} messages`);
  const acts = reactions
    .flatMap(({ reaction }) => reaction.acts)
    .sort((one, other) => one.at - other.at);
  return { reached: deliveries.size, acts };
}

async function deliveriesByPerson(client: Client, campaign: string): Promise<Map<string, string>> {
  const deliveries = new Map<string, string>();
  const everybody = everyItem((cursor) =>
    client.call(listCampaignPeople, {
      params: { campaign },
      query: { group: 'sent', limit: 200, ...(cursor === undefined ? {} : { cursor }) },
    }),
  );
  for await (const { person, delivery } of everybody) {
    if (delivery !== null) deliveries.set(person.id, delivery);
  }
  return deliveries;
}

interface PersonReaction {
  readonly delivery: string;
  readonly reaction: Reaction;
}

/** Of all members, those who would react are looked up by their number; who got the message then does. */
async function reactionsOf(
  client: Client,
  world: World,
  deliveries: ReadonlyMap<string, string>,
  sentAt: number,
): Promise<readonly PersonReaction[]> {
  const found: PersonReaction[] = [];
  const flight = inFlight(callsAtOnce);
  for (let index = 0; index < world.settings.people; index++) {
    const person = world.person(index);
    const message = { wave, channel: 'sms', at: sentAt, effect: wakeEffect };
    const reaction = react(world.settings, person, message);
    const { clickedAt, unsubscribedAt, acts } = reaction;
    const isSilent = clickedAt === null && unsubscribedAt === null && acts.length === 0;
    if (isSilent || !world.isMemberBy(index, sentAt)) continue;
    await flight.add(async () => {
      const { items } = await client.call(personRoutes.listPeople, {
        query: { search: memberNumber(index) },
      });
      const delivery = items[0] && deliveries.get(items[0].person);
      if (delivery !== undefined) found.push({ delivery, reaction });
    });
  }
  await flight.settle();
  return found;
}

interface Step {
  readonly at: number;
  readonly delivery: string;
  readonly kind: 'opened' | 'clicked' | 'unsubscribed';
}

function stepsOf({ delivery, reaction }: PersonReaction): Step[] {
  const times = {
    opened: reaction.openedAt,
    clicked: reaction.clickedAt,
    unsubscribed: reaction.unsubscribedAt,
  } as const;
  return (['opened', 'clicked', 'unsubscribed'] as const).flatMap((kind) => {
    const at = times[kind];
    return at === null ? [] : [{ at, delivery, kind }];
  });
}

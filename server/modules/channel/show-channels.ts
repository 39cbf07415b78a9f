import type { Channel, StopStatus } from '@siyu/contract/channel';
import { channelKindNames, channelKinds } from '@siyu/contract/content';
import type { Kysely } from 'kysely';
import { actorNames } from '../org/index.ts';
import { channelSettings } from './channel-setting.ts';
import { stopsInForce } from './stop-button.ts';
import { channelLoads } from './store/channel-loads.ts';

const noLoad = { waiting: 0, inFlight: 0 };

/** Every channel as the console shows it. */
export async function showChannels(db: Kysely<unknown>): Promise<Channel[]> {
  const [settings, stops, loads] = [
    await channelSettings(db),
    await stopsInForce(db),
    await channelLoads(db),
  ];
  return settings.map((setting) => {
    const { zh, en, receipts } = channelKinds[setting.kind];
    const { waiting, inFlight } = loads.get(setting.kind) ?? noLoad;
    return {
      kind: setting.kind,
      zh,
      en,
      provider: setting.provider,
      mode: setting.mode,
      settings: { ...setting.settings },
      secretsSet: [...setting.secretNames],
      ratePerSecond: setting.ratePerSecond,
      stopped: stops.some(({ channel }) => channel === null || channel === setting.kind),
      waiting,
      inFlight,
      receipts: [...receipts],
      changedAt: setting.changedAt?.toISOString() ?? null,
    };
  });
}

/** The red button as the console shows it. */
export async function showStop(db: Kysely<unknown>): Promise<StopStatus> {
  const stops = await stopsInForce(db);
  const loads = await channelLoads(db);
  const [first] = stops;
  const names = await actorNames(db, first ? [first.by] : []);
  const channels = channelKindNames.map((channel) => {
    const { waiting, inFlight } = loads.get(channel) ?? noLoad;
    return { channel, waiting, inFlight };
  });
  return {
    stopped: stops.some(({ channel }) => channel === null),
    stoppedChannels: stops.flatMap(({ channel }) => channel ?? []),
    since: first?.at.toISOString() ?? null,
    by: first ? (names.get(first.by) ?? first.by) : null,
    reason: first?.reason ?? null,
    waiting: channels.reduce((sum, { waiting }) => sum + waiting, 0),
    inFlight: channels.reduce((sum, { inFlight }) => sum + inFlight, 0),
    channels,
  };
}

import {
  changeChannel as changeRoute,
  listChannels,
  listProviders,
  probeChannel,
  readChannel,
} from '@siyu/contract/channel';
import type { ChannelKind } from '@siyu/contract/content';
import type { Kysely } from 'kysely';
import { type Endpoint, endpoint, problem } from '../../../platform/http/index.ts';
import { recordAudit } from '../../org/index.ts';
import { changeChannel } from '../change-channel.ts';
import { channelSetting } from '../channel-setting.ts';
import { openProvider } from '../open-provider.ts';
import { providers } from '../providers/index.ts';
import { showChannels } from '../show-channels.ts';

const listOfProviders = endpoint(listProviders, async () => ({
  providers: providers.map(({ name, zh, en, sandbox, channels, fields, ratePerSecond }) => ({
    name,
    zh,
    en,
    sandbox,
    channels: [...channels],
    fields: [...fields],
    ratePerSecond,
  })),
}));

const list = endpoint(listChannels, async ({ platform }) => ({
  channels: await showChannels(platform.postgres.db<unknown>()),
}));

const read = endpoint(readChannel, ({ platform, params }) =>
  showOne(platform.postgres.db<unknown>(), params.kind),
);

const change = endpoint(changeRoute, async ({ platform, actor, params, body, raw }) => {
  await changeChannel(platform, params.kind, body, actor.id);
  const { secrets = {}, ...detail } = body;
  await recordAudit(platform, null, {
    actor,
    action: 'channel.change_channel',
    object: params.kind,
    detail: { ...detail, secrets: Object.keys(secrets) },
    ip: raw.request.ip,
  });
  return showOne(platform.postgres.db<unknown>(), params.kind);
});

const probe = endpoint(probeChannel, async ({ platform, params }) => {
  const setting = await channelSetting(platform.postgres.db<unknown>(), params.kind);
  const { session } = await openProvider(platform, setting);
  try {
    return { answer: await session.probe() };
  } catch (error) {
    throw problem('channel.provider_refused', { answer: (error as Error).message }, error);
  } finally {
    session.close();
  }
});

async function showOne(db: Kysely<unknown>, kind: ChannelKind) {
  const found = (await showChannels(db)).find((one) => one.kind === kind);
  if (!found) throw new Error(`Channel ${kind} is not shown.`);
  return found;
}

export const channelEndpoints: readonly Endpoint[] = [listOfProviders, list, read, change, probe];

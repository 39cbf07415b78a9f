import {
  changePolicy,
  readPolicy,
  readStop,
  resumeOutgoing,
  type SendPolicy,
  stopOutgoing,
} from '@siyu/contract/channel';
import { channelKindNames } from '@siyu/contract/content';
import { type Endpoint, endpoint } from '../../../platform/http/index.ts';
import { recordAudit } from '../../org/index.ts';
import { changeSendPolicy, sendPolicyInForce } from '../send-policy.ts';
import { showStop } from '../show-channels.ts';
import { resume, stop } from '../stop-button.ts';
import { wakeChannel } from '../wake-channel.ts';

const read = endpoint(readPolicy, ({ platform }) =>
  sendPolicyInForce(platform.postgres.db<unknown>()),
);

const change = endpoint(changePolicy, async ({ platform, actor, body, raw }) => {
  const policy = body as SendPolicy;
  const by = { actor: actor.id, at: platform.clock.now() };
  await changeSendPolicy(platform.postgres.db<unknown>(), policy, by);
  await recordAudit(platform, null, {
    actor,
    action: 'channel.change_policy',
    detail: { policy },
    ip: raw.request.ip,
  });
  return sendPolicyInForce(platform.postgres.db<unknown>());
});

const readButton = endpoint(readStop, ({ platform }) => showStop(platform.postgres.db<unknown>()));

const press = endpoint(stopOutgoing, async ({ platform, actor, body, raw }) => {
  const db = platform.postgres.db<unknown>();
  const { channel = null, reason = '' } = body;
  await stop(db, { channel, reason, at: platform.clock.now(), by: actor.id });
  await recordAudit(platform, null, {
    actor,
    action: 'channel.stop_outgoing',
    object: channel,
    detail: { reason },
    ip: raw.request.ip,
  });
  return showStop(db);
});

const lift = endpoint(resumeOutgoing, async ({ platform, actor, body, raw }) => {
  const db = platform.postgres.db<unknown>();
  const { channel = null } = body;
  await resume(db, { channel, at: platform.clock.now(), by: actor.id });
  await recordAudit(platform, null, {
    actor,
    action: 'channel.resume_outgoing',
    object: channel,
    ip: raw.request.ip,
  });
  for (const kind of channel ? [channel] : channelKindNames) await wakeChannel(platform, kind);
  return showStop(db);
});

export const outgoingEndpoints: readonly Endpoint[] = [read, change, readButton, press, lift];

import { type ChannelKind, channelKindNames } from '@siyu/contract/content';
import type { Platform } from '../../platform/platform.ts';
import { personAssets } from './person-assets.ts';
import { publishReactions } from './publish-reactions.ts';
import { recoverLeases, sendDue } from './send-due.ts';
import { isStopped } from './stop-button.ts';
import { sendsWithWork } from './store/sends-with-work.ts';
import { deliveryTimeline } from './timeline.ts';
import { sendJob, wakeChannel } from './wake-channel.ts';

const upkeepJob = 'channel.look_after';

const auditActions = {
  'channel.change_channel': { zh: '修改渠道设置', en: 'Changed a channel' },
  'channel.change_policy': { zh: '修改触达策略', en: 'Changed the send policy' },
  'channel.stop_outgoing': { zh: '停止全部发送', en: 'Stopped everything outgoing' },
  'channel.resume_outgoing': { zh: '恢复发送', en: 'Let messages leave again' },
  'channel.add_tester': { zh: '加入测试白名单', en: 'Put a person on the white list' },
  'channel.remove_tester': { zh: '移出测试白名单', en: 'Took a person off the white list' },
  'channel.add_suppression': { zh: '加入禁发名单', en: 'Suppressed a person’s addresses' },
  'channel.remove_suppression': {
    zh: '移出禁发名单',
    en: 'Took an address off the suppression list',
  },
  'channel.settle_delivery': {
    zh: '处理结果不明的投递',
    en: 'Settled a delivery of unknown outcome',
  },
} as const;

export function registerChannel({ jobs, registries }: Platform): void {
  jobs.define(sendJob, async (platform, { channel }, progress) => {
    const kind = channel as ChannelKind;
    const next = await sendDue(platform, kind, () => progress.stopped);
    if (next) await wakeChannel(platform, kind, next);
  });
  jobs.define(upkeepJob, lookAfter);
  jobs.schedule(upkeepJob, '* * * * *');
  registries.personAssets.push(...personAssets);
  registries.timeline.push(deliveryTimeline);
  for (const [action, names] of Object.entries(auditActions))
    registries.auditActions.set(action, names);
}

/** What no job may have been added for: after a crash, or when the clock brought something due. */
async function lookAfter(platform: Platform): Promise<void> {
  await recoverLeases(platform);
  await publishReactions(platform);
  const now = platform.clock.now();
  for (const kind of channelKindNames) {
    const db = platform.postgres.db<unknown>();
    if (await isStopped(db, kind)) continue;
    const works = await sendsWithWork(db, kind);
    if (works.some(({ state, due_at }) => state === 'stopped' || due_at <= now)) {
      await wakeChannel(platform, kind);
    }
  }
}

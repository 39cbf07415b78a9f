import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelKind } from '@siyu/contract/content';
import type { Platform } from '../../platform/platform.ts';
import { type ChannelSetting, channelSetting } from './channel-setting.ts';
import { claimGate } from './claim-gate.ts';
import { moveDeliveries } from './move-deliveries.ts';
import { openProvider } from './open-provider.ts';
import { providers } from './providers/index.ts';
import type { Provider, ProviderSession } from './providers/provider.ts';
import { publishReactions } from './publish-reactions.ts';
import { type Ready, renderBatch, settlementOf } from './send-batch.ts';
import { type Send, sendsById } from './send-order.ts';
import { type Attempt, settleBatch } from './settle-batch.ts';
import { isStopped } from './stop-button.ts';
import { claimDeliveries, nextLease } from './store/claimed-deliveries.ts';
import { expireLeases } from './store/expire-leases.ts';
import { markSending } from './store/mark-sending.ts';
import { releaseClaims } from './store/release-claims.ts';
import { sendsWithWork } from './store/sends-with-work.ts';
import { skipClaims } from './store/skip-claims.ts';
import { skipStopped } from './store/skip-stopped.ts';
import { takeRate } from './store/take-rate.ts';

/** Another worker holds what is due, or the rate is used up: how long to rest before looking again. */
const napMs = 200;
const longestNapMs = 2_000;

/** How long a worker may hold a batch; longer than the longest time-out of a provider's batch. */
const leaseSeconds = 300;

const idempotentProviders = providers.filter((one) => one.isIdempotent).map(({ name }) => name);

/** Takes back what stopped workers held. */
export async function recoverLeases(platform: Platform): Promise<void> {
  await recoverFormerLife(platform);
  await expireUntil(platform, platform.clock.now());
}

const recovered = new WeakMap<Platform, Promise<void>>();

/**
 * The embedded PostgreSQL belongs to one process: before this one claims anything, every claim is that of a process that died, and
 * need not be waited out.
 */
function recoverFormerLife(platform: Platform): Promise<void> {
  if (platform.config.postgresUrl !== undefined) return Promise.resolve();
  let once = recovered.get(platform);
  if (!once) {
    once = expireUntil(platform, new Date(platform.clock.now().getTime() + leaseSeconds * 1_000));
    recovered.set(platform, once);
    once.catch(() => recovered.delete(platform));
  }
  return once;
}

async function expireUntil({ postgres, logger }: Platform, at: Date): Promise<void> {
  const { again, unknown } = await expireLeases(postgres.db<unknown>(), idempotentProviders, at);
  if (again + unknown > 0)
    logger.warn({ again, unknown }, 'deliveries left behind by a stopped worker');
}

/**
 * Sends what is due on a channel until nothing is, the stop button is pressed, or `isDone` says so. Returns the moment at which
 * there will be work again, or null. Several workers may run at once.
 */
export async function sendDue(
  platform: Platform,
  kind: ChannelKind,
  isDone: () => boolean = () => false,
): Promise<Date | null> {
  await recoverLeases(platform);
  const db = platform.postgres.db<unknown>();
  const setting = await channelSetting(db, kind);
  const { provider, session } = await openProvider(platform, setting);
  try {
    while (!isDone() && !(await isStopped(db, kind))) {
      const now = platform.clock.now();
      const works = await sendsWithWork(db, kind);
      const work = works.find(({ state, due_at }) => state === 'stopped' || due_at <= now);
      if (!work) {
        return works.reduce<Date | null>(
          (next, { due_at }) => (next && next < due_at ? next : due_at),
          null,
        );
      }
      if (work.state === 'stopped') {
        await skipStopped(db, work.send_id);
        continue;
      }
      const send = (await sendsById(db, [work.send_id])).get(work.send_id) as Send;
      const next = await sendOneBatch(platform, send, setting, provider, session);
      if (next) await sleep(Math.min(longestNapMs, Math.max(0, next.getTime() - now.getTime())));
    }
    return null;
  } finally {
    session.close();
  }
}

/** Returns the moment before which another batch is of no use, or null. */
async function sendOneBatch(
  platform: Platform,
  send: Send,
  setting: ChannelSetting,
  provider: Provider,
  session: ProviderSession,
): Promise<Date | null> {
  const db = platform.postgres.db<unknown>();
  const now = platform.clock.now();
  const lease = await nextLease(db);
  const until = new Date(now.getTime() + leaseSeconds * 1_000);
  const claims = await claimDeliveries(
    db,
    send.sendId,
    { lease, now, until },
    provider.concurrency,
  );
  if (claims.length === 0) return new Date(now.getTime() + napMs);
  const ids = claims.map(({ deliveryId }) => deliveryId);
  const wait = provider.sandbox ? null : await takeRate(db, send.channel, claims.length, now);
  if (wait) {
    await releaseClaims(db, lease, ids);
    return wait;
  }
  const gate = await claimGate(platform, send, setting, claims, now);
  await skipClaims(db, lease, gate.skips);
  await moveDeliveries(platform, send, setting, lease, gate.moves);
  const { ready, broken } = await renderBatch(platform, send, gate.cleared);
  await skipClaims(
    db,
    lease,
    broken.map((one) => ({ ...one, reason: 'render_failed' })),
  );

  // The last look before anything leaves: the button or a pause may have come in between.
  const current = (await sendsById(db, [send.sendId])).get(send.sendId);
  if (current?.state !== 'open' || (await isStopped(db, send.channel))) {
    await releaseClaims(
      db,
      lease,
      ready.map(({ claim }) => claim.deliveryId),
    );
    return null;
  }
  const attempts = await attempt(platform, send, provider, session, lease, ready);
  await settleBatch(platform, send, provider, lease, attempts, platform.clock.now());
  await publishReactions(platform);
  return null;
}

async function attempt(
  platform: Platform,
  send: Send,
  provider: Provider,
  session: ProviderSession,
  lease: number,
  ready: readonly Ready[],
): Promise<readonly Attempt[]> {
  const ids = ready.map(({ claim }) => claim.deliveryId);
  // The sandbox is this database: nothing leaves before the transaction that settles.
  const ours = provider.sandbox
    ? new Set(ids)
    : await markSending(platform.postgres.db<unknown>(), lease, provider.name, ids);
  const going = ready.filter(({ claim }) => ours.has(claim.deliveryId));
  return Promise.all(
    going.map(async (one) => {
      const answer = await session.send(one.message);
      const settlement = settlementOf(
        send,
        one,
        answer,
        provider.name,
        platform.clock.now(),
        Math.random(),
      );
      return { ready: one, settlement, bounced: answer.outcome === 'refused' && answer.bounced };
    }),
  );
}

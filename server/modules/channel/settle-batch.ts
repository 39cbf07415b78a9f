import type { Kysely } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import type { Provider } from './providers/provider.ts';
import type { Ready } from './send-batch.ts';
import type { Send } from './send-order.ts';
import { insertInbox } from './store/insert-inbox.ts';
import { insertReactions } from './store/insert-reactions.ts';
import { insertSuppressions } from './store/insert-suppressions.ts';
import { type Settlement, settleClaims } from './store/settle-claims.ts';

export interface Attempt {
  readonly ready: Ready;
  readonly settlement: Settlement;
  /** The provider says that this address is dead. */
  readonly bounced: boolean;
}

/** Ends attempts under their lease, with everything that follows from them, in one transaction. */
export async function settleBatch(
  platform: Platform,
  send: Send,
  provider: Provider,
  lease: number,
  attempts: readonly Attempt[],
  at: Date,
): Promise<number> {
  if (attempts.length === 0) return 0;
  const sealer = provider.sandbox ? await platform.keys.sealer('box', at) : null;
  return platform.postgres.transaction<unknown, number>(async (tx) => {
    const settled = await settleClaims(
      tx,
      lease,
      at,
      attempts.map(({ settlement }) => settlement),
    );
    const ours = attempts.filter(({ settlement }) => settled.has(settlement.deliveryId));
    if (sealer) {
      const rows = ours.map(({ ready: { claim, personId, address, message } }) => ({
        deliveryId: claim.deliveryId,
        sendId: send.sendId,
        channel: send.channel,
        identityId: address.identityId,
        personId,
        keyId: sealer.keyId,
        body: sealer.seal(
          JSON.stringify({ to: message.to, subject: message.subject, body: message.body }),
        ),
      }));
      await insertInbox(tx, rows, at);
    }
    await insertReactions(
      tx,
      ours.flatMap((attempt) => reactionsOf(attempt, at)),
    );
    await suppressBounced(tx, send, ours, at);
    return ours.length;
  });
}

function reactionsOf({ settlement: { deliveryId, state } }: Attempt, at: Date) {
  const kinds = {
    delivered: ['sent', 'delivered'],
    sent: ['sent'],
    failed: ['failed'],
    unknown: [],
    planned: [],
  }[state];
  return kinds.map((kind) => ({ deliveryId, kind, at }));
}

async function suppressBounced(
  tx: Kysely<unknown>,
  send: Send,
  attempts: readonly Attempt[],
  at: Date,
): Promise<void> {
  const bounced = attempts.filter((attempt) => attempt.bounced);
  const hashes = bounced.map(({ ready }) => ready.address.hash);
  const note = bounced[0]?.settlement.error ?? '';
  await insertSuppressions(tx, send.channel, hashes, { reason: 'bounced', note, at });
}

import type { SkipReason } from '@siyu/contract/channel';
import { capReached } from '@siyu/engine/channel';
import type { Platform } from '../../platform/platform.ts';
import type { ChannelSetting } from './channel-setting.ts';
import type { Gate } from './claim-gate.ts';
import { contactsOfPeople } from './contacts-of-people.ts';
import { personFacts } from './person-facts.ts';
import type { Send } from './send-order.ts';
import { sendPolicyInForce } from './send-policy.ts';
import { lockPeople } from './store/lock-people.ts';
import { moveClaims } from './store/move-claims.ts';
import { skipClaims } from './store/skip-claims.ts';

/**
 * Plans claims anew that must leave later or count on another day than planned. Their reservation moves with them, so the caps
 * of the new day are asked under the same locks as in a plan.
 */
export async function moveDeliveries(
  platform: Platform,
  send: Send,
  setting: ChannelSetting,
  lease: number,
  moves: Gate['moves'],
): Promise<void> {
  if (moves.length === 0) return;
  const personIds = [...new Set(moves.map(({ personId }) => personId))];
  const froms = moves.map(({ window }) => window.weekFrom).sort();
  const untils = moves.map(({ window }) => window.weekUntil).sort();
  const span = { from: froms[0] ?? '', until: untils.at(-1) ?? '' };
  await platform.postgres.transaction<unknown, void>(async (tx) => {
    await lockPeople(tx, personIds);
    const policy = await sendPolicyInForce(tx);
    const facts = await personFacts(tx, personIds, send, setting);
    const contactsOf = await contactsOfPeople(tx, facts, span);
    const moved: { deliveryId: number; dueAt: Date; day: string }[] = [];
    const skips: { deliveryId: number; reason: SkipReason }[] = [];
    for (const { claim, personId, window } of moves) {
      const contacts = contactsOf(personId).capped;
      // The claim's own reservation is among them: taken out once, before the new day is asked.
      const own = contacts.findIndex(
        ({ channel, day }) => channel === send.channel && day === claim.day,
      );
      if (own >= 0) contacts.splice(own, 1);
      const cap =
        send.category === 'marketing' ? capReached(policy, send.channel, window, contacts) : null;
      if (cap) {
        skips.push({ deliveryId: claim.deliveryId, reason: cap });
      } else {
        moved.push({ deliveryId: claim.deliveryId, dueAt: window.dueAt, day: window.day });
        contacts.push({ channel: send.channel, day: window.day });
      }
    }
    await moveClaims(tx, lease, moved);
    await skipClaims(tx, lease, skips);
  });
}

import type { SkipReason } from '@siyu/contract/channel';
import { channelKinds } from '@siyu/contract/content';
import { type ClaimDecision, claimDecision } from '@siyu/engine/channel';
import type { Platform } from '../../platform/platform.ts';
import { type Address, addressesOf } from '../privacy/index.ts';
import type { ChannelSetting } from './channel-setting.ts';
import { type KnownPerson, personFacts } from './person-facts.ts';
import { personZones } from './person-zones.ts';
import type { Send } from './send-order.ts';
import { sendPolicyInForce } from './send-policy.ts';
import { sendWindows } from './send-windows.ts';
import type { ClaimedDelivery } from './store/claimed-deliveries.ts';
import { peopleOfIdentities } from './store/people-of-identities.ts';
import { suppressedAmong } from './store/suppressed-among.ts';

/** A claim that may leave now. */
export interface Cleared {
  readonly claim: ClaimedDelivery;
  readonly personId: number;
  readonly address: Address;
}

export interface Gate {
  readonly cleared: readonly Cleared[];
  readonly skips: readonly { readonly deliveryId: number; readonly reason: SkipReason }[];
  readonly moves: readonly {
    readonly claim: ClaimedDelivery;
    readonly personId: number;
    readonly window: Extract<ClaimDecision, { act: 'move' }>['window'];
  }[];
}

/** Gate two for a batch of one send's claims: everything that may have changed since they were planned is asked again. */
export async function claimGate(
  platform: Platform,
  send: Send,
  setting: ChannelSetting,
  claims: readonly ClaimedDelivery[],
  now: Date,
): Promise<Gate> {
  const db = platform.postgres.db<unknown>();
  const holders = await peopleOfIdentities(
    db,
    claims.map(({ identityId }) => identityId),
  );
  const personIds = [...new Set(holders.values())];
  const facts = await personFacts(db, personIds, send, setting);
  const addresses = await addressesOf(platform, personIds, channelKinds[send.channel].address);
  const hashes = Array.from(addresses.values(), ({ hash }) => hash);
  const suppressed = await suppressedAmong(db, send.channel, hashes);
  const zones = await personZones(db, personIds);
  const policy = await sendPolicyInForce(db);
  const windows = await sendWindows(db, policy, send.category, now);

  const cleared: Cleared[] = [];
  const skips: { deliveryId: number; reason: SkipReason }[] = [];
  const moves: Gate['moves'][number][] = [];
  for (const claim of claims) {
    const personId = holders.get(claim.identityId);
    const person = personId === undefined ? undefined : facts.get(personId);
    if (personId === undefined || !person) {
      skips.push({ deliveryId: claim.deliveryId, reason: 'person_gone' });
      continue;
    }
    const address = addresses.get(personId);
    const decision = claimDecision(
      { ...atClaim(person, address, suppressed), plannedDay: claim.day },
      { ...send, validUntil: validUntil(claim, send), isStopped: send.state === 'stopped' },
      now,
      windows.of(zones.get(personId)),
    );
    if (decision.act === 'skip')
      skips.push({ deliveryId: claim.deliveryId, reason: decision.reason });
    else if (decision.act === 'move') moves.push({ claim, personId, window: decision.window });
    else cleared.push({ claim, personId, address: address as Address });
  }
  return { cleared, skips, moves };
}

const validUntil = (claim: ClaimedDelivery, { validHours }: Send): Date =>
  new Date(claim.plannedAt.getTime() + validHours * 3_600_000);

/** The address that is really used counts, in case it changed since the identifiers were last seen. */
function atClaim(
  person: KnownPerson,
  address: Address | undefined,
  suppressed: ReadonlySet<string>,
) {
  return {
    ...person,
    hasAddress: address !== undefined,
    suppressed: address !== undefined && suppressed.has(address.hash),
  };
}

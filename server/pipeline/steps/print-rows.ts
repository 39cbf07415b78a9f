import { traitCell } from '@siyu/engine/segment';
import type { BlockRows } from '../../modules/collect/index.ts';
import { eventTable, messageTable } from '../../modules/collect/index.ts';
import { identityTables } from '../../modules/identity/index.ts';
import { consentTable } from '../../modules/privacy/index.ts';
import { traitSource } from '../../modules/profile/index.ts';
import type { Draft, Entry } from '../draft.ts';

/** The block's rows for ClickHouse, table by table, in the order of insertion: the map before what is read through it. */
export function printRows(draft: Draft): readonly BlockRows[] {
  const { blockId, identity } = draft;
  const parts: BlockRows[] = [];
  const add = (tables: readonly string[], rows: readonly object[]) => {
    if (rows.length > 0)
      parts.push({
        tables,
        rows: rows.length,
        ndjson: Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n')),
      });
  };
  const received = stamp(draft.at).slice(0, 19);
  add(
    [messageTable],
    draft.seenHashes.map((hash) => ({ hash: hash.toString(), block: blockId, received })),
  );
  add(
    [identityTables.known],
    (identity?.changes.created ?? []).map(({ identityId, personId, kind, since, sourceId }) => ({
      identity_id: identityId,
      person: personId,
      kind,
      since: stamp(since),
      source: sourceId,
    })),
  );
  add(
    [identityTables.override],
    (identity?.changes.moved ?? []).map(({ identityId, personId }) => ({
      identity_id: identityId,
      person: personId,
      version: blockId,
    })),
  );
  add(
    [identityTables.org],
    (identity?.changes.ties ?? []).map(({ identityId, personId, orgId }) => ({
      org: orgId,
      identity_id: identityId,
      person: personId,
    })),
  );
  add(
    [consentTable],
    draft.consents.map((consent) => ({
      purpose: consent.purpose,
      channel: consent.channel,
      org: consent.orgId,
      identity_id: consent.identityId,
      person: consent.personId,
      granted: consent.state === 'granted' ? 1 : 0,
      at: stamp(consent.at),
    })),
  );
  add(
    [traitSource],
    draft.traits.map(({ name, identityId, personId, value, at }) => ({
      name,
      identity_id: identityId,
      person: personId,
      ...traitCell(value),
      at: stamp(at),
    })),
  );
  add([eventTable.byName, eventTable.byIdentity], [...trackedRows(draft), ...derivedRows(draft)]);
  return parts;
}

function trackedRows(draft: Draft): object[] {
  return draft.entries.flatMap((entry) =>
    entry.message.event === undefined || !entry.act ? [] : [trackedRow(draft, entry)],
  );
}

function trackedRow(draft: Draft, entry: Entry): object {
  const { act, hot, flat } = entry;
  return {
    name: entry.message.event,
    identity_id: act?.identityId,
    time: stamp(entry.time),
    person: act?.personId,
    event_id: entry.hash.toString(),
    block: draft.blockId,
    source: entry.source.sourceId,
    received: stamp(entry.receivedAt),
    org: entry.orgId,
    revenue: hot?.revenue ?? null,
    currency: hot?.revenue === null ? '' : hot?.currency,
    order_id: hot?.order_id,
    product: hot?.product,
    category: hot?.category,
    store: entry.storeId,
    channel: hot?.channel,
    campaign: hot?.campaign,
    journey: hot?.journey,
    text: flat?.text,
    number: flat?.number,
  };
}

function derivedRows(draft: Draft): object[] {
  return draft.derived.map((event) => ({
    name: event.name,
    identity_id: event.identityId,
    time: stamp(event.time),
    person: event.personId,
    event_id: BigInt.asUintN(64, event.eventHash).toString(),
    block: draft.blockId,
    source: event.sourceId,
    received: stamp(draft.at),
    org: event.orgId,
    revenue: event.revenue,
    currency: event.currency,
    order_id: event.orderId,
    product: event.product,
    category: event.category,
    store: event.storeOrgId,
    channel: event.channel,
    campaign: 0,
    journey: 0,
    text: event.text,
    number: event.number,
  }));
}

/** A moment as ClickHouse reads it fastest: `2026-11-22 08:00:00.000`, UTC. */
function stamp(at: Date): string {
  const iso = at.toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`;
}

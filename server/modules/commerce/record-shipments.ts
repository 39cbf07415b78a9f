import type { Shipment } from '@siyu/contract/commerce';
import { type Kysely, sql } from 'kysely';
import { eventHashes } from './event-hashes.ts';
import { instantOf } from './instant-of.ts';
import type { DerivedEvent, ResolvedDocument } from './resolved-document.ts';

type ResolvedShipment = ResolvedDocument & { readonly document: Shipment };

interface Known {
  readonly delivered: boolean;
  /** The same statement again must not write. */
  readonly statement: string;
}

/** Parcels: `order_shipped` when one becomes known, `order_delivered` when its delivery does. */
export async function recordShipments(
  tx: Kysely<unknown>,
  shipments: readonly ResolvedShipment[],
  at: Date,
): Promise<readonly DerivedEvent[]> {
  if (shipments.length === 0) return [];
  const known = await knownShipments(tx, shipments);
  const changed = new Map<string, ResolvedShipment>();
  const events: DerivedEvent[] = [];
  for (const shipment of shipments) {
    const key = `${shipment.sourceId} ${shipment.document.number}`;
    const before = known.get(key);
    const statement = statementOf(shipment.document);
    if (before?.statement === statement) continue;
    const { shippedAt, deliveredAt } = shipment.document;
    const nextHash = eventHashes(shipment.messageHash);
    if (!before) events.push(eventOf('order_shipped', shippedAt, shipment, nextHash()));
    if (deliveredAt && !before?.delivered)
      events.push(eventOf('order_delivered', deliveredAt, shipment, nextHash()));
    known.set(key, { delivered: deliveredAt !== undefined, statement });
    changed.set(key, shipment);
  }
  await putShipments(tx, [...changed.values()], at);
  return events;
}

const statementOf = (
  shipment: Pick<Shipment, 'orderNumber' | 'carrier' | 'tracking' | 'shippedAt' | 'deliveredAt'>,
): string =>
  JSON.stringify([
    shipment.orderNumber,
    shipment.carrier ?? '',
    shipment.tracking ?? '',
    Date.parse(shipment.shippedAt),
    shipment.deliveredAt === undefined ? null : Date.parse(shipment.deliveredAt),
  ]);

async function knownShipments(
  tx: Kysely<unknown>,
  shipments: readonly ResolvedShipment[],
): Promise<Map<string, Known>> {
  const { rows } = await sql<{
    source_id: number;
    number: string;
    order_number: string;
    carrier: string;
    tracking: string;
    shipped_at: Date;
    delivered_at: Date | null;
  }>`
    select source_id, number, order_number, carrier, tracking, shipped_at, delivered_at
    from unnest(${shipments.map(({ sourceId }) => sourceId)}::int[], ${shipments.map(({ document }) => document.number)}::text[])
      as wanted (source_id, number)
    join commerce.shipment using (source_id, number)`.execute(tx);
  return new Map(
    rows.map((row) => [
      `${row.source_id} ${row.number}`,
      {
        delivered: row.delivered_at !== null,
        statement: statementOf({
          orderNumber: row.order_number,
          carrier: row.carrier,
          tracking: row.tracking,
          shippedAt: row.shipped_at.toISOString(),
          ...(row.delivered_at ? { deliveredAt: row.delivered_at.toISOString() } : {}),
        }),
      },
    ]),
  );
}

async function putShipments(
  tx: Kysely<unknown>,
  shipments: readonly ResolvedShipment[],
  at: Date,
): Promise<void> {
  if (shipments.length === 0) return;
  const rows = shipments.map(({ document, sourceId, identityId, orgId }) => ({
    source_id: sourceId,
    number: document.number,
    order_number: document.orderNumber,
    identity_id: identityId,
    org_id: orgId,
    carrier: document.carrier ?? '',
    tracking: document.tracking ?? '',
    shipped_at: new Date(document.shippedAt),
    delivered_at: instantOf(document.deliveredAt),
  }));
  await sql`
    insert into commerce.shipment (source_id, number, order_number, identity_id, org_id, carrier, tracking, shipped_at, delivered_at, recorded_at, updated_at)
    select source_id, number, order_number, identity_id, org_id, carrier, tracking, shipped_at, delivered_at, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      source_id int, number text, order_number text, identity_id bigint, org_id int, carrier text, tracking text,
      shipped_at timestamptz, delivered_at timestamptz
    )
    on conflict (source_id, number) do update set
      order_number = excluded.order_number, identity_id = coalesce(excluded.identity_id, shipment.identity_id),
      org_id = excluded.org_id, carrier = excluded.carrier, tracking = excluded.tracking,
      shipped_at = excluded.shipped_at, delivered_at = coalesce(excluded.delivered_at, shipment.delivered_at),
      updated_at = excluded.updated_at`.execute(tx);
}

function eventOf(
  name: 'order_shipped' | 'order_delivered',
  time: string,
  shipment: ResolvedShipment,
  eventHash: bigint,
): DerivedEvent {
  const { document, sourceId, orgId, storeOrgId, identityId, personId } = shipment;
  return {
    name,
    identityId: identityId ?? 0,
    personId: personId ?? 0,
    time: new Date(time),
    revenue: null,
    currency: '',
    orderId: document.orderNumber,
    product: '',
    category: '',
    storeOrgId,
    orgId,
    channel: document.channel ?? shipment.channel,
    sourceId,
    eventHash,
    text: { document: document.number, ...(document.carrier ? { carrier: document.carrier } : {}) },
    number: {},
  };
}

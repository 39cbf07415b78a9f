import type { TimelineEntry } from '@siyu/contract/profile';
import { num, str } from '../../../platform/clickhouse/literal.ts';
import { decodeCursor, encodeCursor, type Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { eventTable, eventWords, sourceNames } from '../../collect/index.ts';
import { identitiesWithSource } from '../../identity/index.ts';
import { personInScope } from './person-in-scope.ts';

interface Row {
  readonly name: string;
  readonly time: string;
  readonly event_id: string;
  readonly source: number;
  readonly channel: string;
  readonly revenue: number | null;
  readonly currency: string;
  readonly product: string;
  readonly order_id: string;
  readonly text: Readonly<Record<string, string>>;
  readonly number: Readonly<Record<string, number>>;
}

/** A page of a person's events, newest first; the key is (time, event_id). */
export async function personTimeline(
  platform: Platform,
  scope: Scope,
  person: string,
  page: { readonly cursor?: string; readonly limit: number; readonly event?: string },
): Promise<{ items: TimelineEntry[]; next: string | null }> {
  const db = platform.postgres.db<unknown>();
  const { person_id } = await personInScope(db, scope, person);
  const identities = await identitiesWithSource(db, [person_id]);
  const [before, beforeId] = page.cursor === undefined ? [] : decodeCursor(page.cursor, 2);
  const conditions = [
    `identity_id IN (${identities.map((identity) => num(identity.identity_id)).join(', ') || 'NULL'})`,
    ...(before === undefined
      ? []
      : [
          `(time, event.event_id) < (parseDateTime64BestEffort(${str(String(before))}, 3, 'UTC'), toUInt64(${str(String(beforeId))}))`,
        ]),
    ...(page.event === undefined ? [] : [`name = ${str(page.event)}`]),
  ];
  const [rows, words, sources] = await Promise.all([
    platform.clickhouse.query<Row>({
      name: 'profile.person_timeline',
      sql: `SELECT name, time, toString(event_id) AS event_id, source, channel, revenue, currency, product, order_id, text, number
        FROM ${eventTable.byIdentity} AS event WHERE ${conditions.join(' AND ')}
        ORDER BY time DESC, event.event_id DESC LIMIT ${num(page.limit)}`,
      lane: 'query',
      timeoutSeconds: 10,
    }),
    eventWords(db),
    sourceNames(db),
  ]);
  const last = rows.at(-1);
  return {
    items: rows.map((row) => ({
      at: row.time,
      kind: row.name,
      nameZh: words.get(row.name)?.zh ?? row.name,
      nameEn: words.get(row.name)?.en ?? row.name,
      channel: row.channel,
      source: sources.get(row.source) ?? '',
      revenue: row.revenue,
      currency: row.currency,
      product: row.product,
      orderId: row.order_id,
      details: { ...row.text, ...row.number },
    })),
    next: last && rows.length === page.limit ? encodeCursor([last.time, last.event_id]) : null,
  };
}

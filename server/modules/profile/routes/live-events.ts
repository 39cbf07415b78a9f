import { liveRoutes } from '@siyu/contract/collect';
import { num, str } from '../../../platform/clickhouse/literal.ts';
import { endpoint } from '../../../platform/http/index.ts';
import {
  dataAsOf,
  eventTable,
  eventWords,
  sourceByPublicId,
  sourceNames,
} from '../../collect/index.ts';
import { peopleById, personOf } from '../../identity/index.ts';

interface Row {
  readonly person_now: number;
  readonly name: string;
  readonly time: string;
  readonly received: string;
  readonly source: number;
  readonly channel: string;
  readonly revenue: number | null;
  readonly currency: string;
  readonly text: Readonly<Record<string, string>>;
  readonly number: Readonly<Record<string, number>>;
}

/** How many blocks back the page looks: enough for a quiet day, little enough to stay cheap. */
const blocksBack = 200;

/** The newest events that the caller's sources and stores received; people outside the caller's scope are not named. */
export const liveEventsEndpoint = endpoint(
  liveRoutes.liveEvents,
  async ({ platform, actor, query }) => {
    const db = platform.postgres.db<unknown>();
    const newest = await dataAsOf(platform);
    const from = Math.max(query.after ?? 0, newest.blockId - blocksBack);
    const source =
      query.source === undefined ? null : await sourceByPublicId(db, actor.scope, query.source);
    const conditions = [
      `block > ${num(from)}`,
      ...(source ? [`source = ${num(source.sourceId)}`] : []),
      ...(query.event === undefined ? [] : [`name = ${str(query.event)}`]),
      ...(actor.scope.everything
        ? []
        : [`org IN (${actor.scope.orgIds.map(num).join(', ') || 'NULL'})`]),
    ];
    const rows = await platform.clickhouse.query<Row>({
      name: 'collect.live_events',
      sql: `SELECT ${personOf()} AS person_now, name, time, received, source, channel, revenue, currency, text, number FROM ${eventTable.byName}
      WHERE ${conditions.join(' AND ')} ORDER BY block DESC, received DESC, time DESC LIMIT ${num(query.limit ?? 50)}`,
      lane: 'query',
      timeoutSeconds: 10,
    });
    const ids = [...new Set(rows.map((row) => row.person_now))];
    const people = new Map(
      (await peopleById(db, actor.scope, ids)).map((person) => [
        person.person_id,
        person.public_id,
      ]),
    );
    const words = await eventWords(db);
    const names = await sourceNames(db);
    return {
      events: rows.map((row) => ({
        name: row.name,
        nameZh: words.get(row.name)?.zh ?? row.name,
        nameEn: words.get(row.name)?.en ?? row.name,
        time: row.time,
        receivedAt: row.received,
        person: people.get(row.person_now) ?? null,
        source: names.get(row.source) ?? '',
        channel: row.channel,
        revenue: row.revenue,
        currency: row.currency,
        properties: { ...row.text, ...row.number },
      })),
      block: newest.blockId,
      dataAsOf: newest.at?.toISOString() ?? null,
    };
  },
);

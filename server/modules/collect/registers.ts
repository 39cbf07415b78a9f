import type { Platform } from '../../platform/platform.ts';
import type { PersonAsset } from '../../platform/registries/index.ts';
import { eventTable } from './event-source.ts';

const events = (table: string): PersonAsset => ({
  table,
  store: 'clickhouse',
  key: 'identity_id',
  erase: async ({ identityIds }, { clickhouse }) => {
    if (identityIds.length === 0) return;
    await clickhouse.command({
      name: 'collect.erase_events',
      sql: `DELETE FROM ${table} WHERE identity_id IN (${identityIds.join(', ')})`,
      timeoutSeconds: 600,
    });
  },
});

export function registerCollect({ registries }: Platform): void {
  registries.personAssets.push(events(eventTable.byName), {
    ...events(eventTable.byIdentity),
    export: async ({ identityIds }, { clickhouse }) =>
      identityIds.length === 0
        ? []
        : clickhouse.query<Record<string, unknown>>({
            name: 'collect.export_events',
            sql: `SELECT name, time, revenue, currency, order_id, product, category, channel, text, number
              FROM ${eventTable.byIdentity} WHERE identity_id IN (${identityIds.join(', ')}) ORDER BY time`,
            lane: 'heavy',
          }),
  });
}

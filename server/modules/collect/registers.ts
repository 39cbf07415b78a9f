import type { Platform } from '../../platform/platform.ts';
import type { PersonAsset } from '../../platform/registries/index.ts';
import { auditActions } from './audit-actions.ts';
import { eventTable } from './event-source.ts';
import { forgetMessages } from './forget-messages.ts';
import { registerImport } from './import/index.ts';
import { sourceNumbers } from './store/source-numbers.ts';

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

export function registerCollect(platform: Platform): void {
  const { jobs, registries } = platform;
  registerImport(platform);
  jobs.define('collect.forget_messages', (platform) => forgetMessages(platform));
  jobs.schedule('collect.forget_messages', '47 3 * * *');
  for (const [action, names] of Object.entries(auditActions))
    registries.auditActions.set(action, names);
  registries.eventReferences.set('source', ({ postgres }, publicIds) =>
    sourceNumbers(postgres.db<unknown>(), publicIds),
  );
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

import { DateTime } from 'luxon';
import type { Platform } from '../../../platform/platform.ts';
import { rootNode } from '../../org/index.ts';
import { startComputing } from './start-computing.ts';
import { dueTags } from './store/due-tags.ts';

/** Queues every tag whose hour or day (in the organisation's zone) has begun since it was computed. */
export async function computeDueTags(platform: Platform): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const root = await rootNode(db);
  const now = DateTime.fromJSDate(platform.clock.now(), { zone: root?.timezone ?? 'UTC' });
  const starts = { hour: now.startOf('hour').toJSDate(), day: now.startOf('day').toJSDate() };
  for (const tag of await dueTags(db, starts)) {
    await platform.postgres.transaction((tx) => startComputing(platform, tx, tag));
  }
}

import type { Goal } from '@siyu/contract/journey';
import { dateTime, str } from '../../platform/clickhouse/literal.ts';
import type { Platform } from '../../platform/platform.ts';
import type { GoalEvent } from '../channel/index.ts';
import { eventTable } from '../collect/index.ts';
import { personOf } from '../identity/index.ts';

interface Row {
  readonly who: number;
  readonly time: string;
  readonly revenue: number | null;
  readonly currency: string;
}

/** Everybody's events that reach a goal within a span, read as they are taken; people as they are today. */
export async function* goalEvents(
  platform: Platform,
  goal: Goal,
  span: { readonly from: Date; readonly until: Date },
): AsyncGenerator<readonly GoalEvent[]> {
  const pieces = platform.clickhouse.stream<Row>({
    name: 'journey.goal_events',
    sql: `SELECT ${personOf()} AS who, time, revenue, currency FROM ${eventTable.byName}
      WHERE name = ${str(goal.event)} AND time >= ${dateTime(span.from)} AND time < ${dateTime(span.until)} AND who > 0`,
  });
  for await (const rows of pieces) {
    yield rows.map(({ who, time, revenue, currency }) => ({
      personId: who,
      at: new Date(time),
      revenue: revenue ?? 0,
      currency: revenue === null ? '' : currency,
    }));
  }
}

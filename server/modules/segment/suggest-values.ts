import { eventColumns } from '@siyu/contract/segment';
import { str } from '@siyu/engine/clickhouse';
import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { eventTable } from '../collect/index.ts';
import { peopleSource, personOf } from '../identity/index.ts';
import { traitSource } from '../profile/index.ts';

const most = 50;

/** The commonest values of a trait or of a text property of an event among the people of a scope, at most fifty. */
export async function suggestValues(
  { clickhouse }: Platform,
  scope: Scope,
  asked: {
    readonly trait?: string;
    readonly event?: string;
    readonly property?: string;
    readonly starts?: string;
  },
) {
  const { trait, event, property, starts = '' } = asked;
  const from =
    trait !== undefined
      ? { table: traitSource, value: 'text', name: trait }
      : event !== undefined && property !== undefined
        ? { table: eventTable.byName, value: textColumn(property), name: event }
        : null;
  if (from === null) return { values: [] };
  const values = await clickhouse.query<{ value: string; people: number }>({
    name: 'segment.suggest_values',
    sql: `SELECT value, uniq(p) AS people FROM (
        SELECT ${from.value} AS value, ${personOf()} AS p FROM ${from.table}
        WHERE name = ${str(from.name)} AND value != '' AND startsWith(value, ${str(starts)}))
      WHERE p IN ${peopleSource(scope, 'all')}
      GROUP BY value ORDER BY people DESC, value LIMIT ${most}`,
    timeoutSeconds: 5,
  });
  return { values };
}

/** A property by name: a typed text column, else one of the map. */
function textColumn(property: string): string {
  const isColumn =
    Object.hasOwn(eventColumns, property) && eventColumns[property as 'channel'] === 'text';
  return isColumn ? `toString(${property})` : `text[${str(property)}]`;
}

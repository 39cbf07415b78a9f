import { str } from '@siyu/engine/clickhouse';
import {
  favouritePeople,
  fixedLimits,
  lifecyclePeople,
  type RfmLimits,
  rfmFifths,
  rfmPeople,
  rfmSource,
  statisticalPeople,
} from '@siyu/engine/profile';
import { type Moment, printRule, type Sources } from '@siyu/engine/segment';
import type { Platform } from '../../../platform/platform.ts';
import { ruleMoment } from '../rules/rule-moment.ts';
import { ruleSources } from '../rules/rule-sources.ts';
import { rulesOfDefinition } from './rules-of-definition.ts';
import type { TagRow } from './store/tag-row.ts';

const everything = { rootId: 0, everything: true, orgIds: [] };

/**
 * The statements' SELECTs of `person`, `value` that make up a computed tag, in order. For a rule tag, one per value: who has
 * an earlier value is left out when it is written.
 */
export async function printTag(platform: Platform, tag: TagRow): Promise<readonly string[]> {
  const { definition } = tag;
  const rules = rulesOfDefinition(definition).map(({ rule }) => rule);
  const [{ sources, unknown }, moment] = await Promise.all([
    ruleSources(platform, everything, rules),
    ruleMoment(platform),
  ]);
  if (unknown.length > 0)
    throw new Error(`The tag refers to ${unknown.join(', ')}, which is gone.`);
  switch (definition.kind) {
    case 'manual':
      return [];
    case 'rule':
      return definition.values.map(({ value, rule }) => valueSql(value, rule, sources, moment));
    case 'statistical':
      return [statisticalPeople(definition, sources, moment)];
    case 'favourite':
      return [favouritePeople(definition, sources, moment)];
    case 'lifecycle':
      return [lifecyclePeople(definition, sources, moment)];
    case 'rfm': {
      const source = rfmSource(definition, sources, moment);
      const limits = fixedLimits(definition.scoring) ?? (await fifths(platform, source));
      return [rfmPeople(source, limits, definition.highFrom)];
    }
  }
}

function valueSql(
  value: string,
  rule: Parameters<typeof printRule>[0],
  sources: Sources,
  moment: Moment,
): string {
  const { bitmap } = printRule(rule, sources, moment);
  return `SELECT arrayJoin(bitmapToArray(people)) AS person, ${str(value)} AS value FROM (${bitmap})`;
}

async function fifths({ clickhouse }: Platform, source: string): Promise<RfmLimits> {
  const [row] = await clickhouse.query<RfmLimits>({
    name: 'profile.rfm_fifths',
    sql: rfmFifths(source),
    lane: 'heavy',
  });
  // Without an order the limits are not numbers, and nobody is there to be scored.
  const numbers = (list: readonly (number | null)[] = []) => list.map((limit) => limit ?? 0);
  return { days: numbers(row?.days), orders: numbers(row?.orders), money: numbers(row?.money) };
}

import type { ClickHouse } from '@siyu/server/platform/clickhouse';

const firstAnonymous = 2 ** 31;

/**
 * People and events straight into ClickHouse, the same on every run: each person has a phone (7 of 10) or an openid, every
 * second one a device; half of the devices were visitors before they were recognised (overrides). Events lie over 180 days.
 */
export async function writePopulation(
  clickhouse: ClickHouse,
  people: number,
  events: number,
  asOf: number,
): Promise<void> {
  const devices = people / 2;
  const end = `toDateTime64(${asOf / 1000}, 3, 'UTC')`;
  const personAtIngest = `if(id > ${people}, if(id % 2 = 0, ${firstAnonymous} + id, id - ${people}), id)`;
  const statements = [
    `INSERT INTO identity_known SELECT number + 1 AS id, ${personAtIngest},
      multiIf(id > ${people}, 11, id % 10 < 7, 4, 6), ${end}, 1 FROM numbers(${people + devices})`,
    `INSERT INTO identity_override SELECT number + ${people} + 1 AS id, id - ${people}, 1 FROM numbers(${devices}) WHERE id % 2 = 0`,
    `INSERT INTO profile_trait SELECT 'city', number + 1, number + 1,
      ['青岛', '上海', '北京', '广州', '深圳', '成都', '杭州', '武汉', '西安', '济南'][cityHash64(number) % 10 + 1], NULL, ${end}
      FROM numbers(${people})`,
    `INSERT INTO profile_tag SELECT 1, ['low', 'middle', 'high'][cityHash64(number, 1) % 3 + 1] AS value, 0, 1,
      groupBitmapState(toUInt32(number + 1)) FROM numbers(${people}) GROUP BY value`,
    `INSERT INTO collect_event (name, identity_id, time, person, event_id, block, source, received, org, revenue, currency, product, category, text, number)
      SELECT ['page_viewed', 'page_viewed', 'page_viewed', 'product_viewed', 'product_viewed', 'message_opened', 'page_viewed', 'product_viewed', 'page_viewed', 'order_placed'][cityHash64(number, 2) % 10 + 1] AS name,
        cityHash64(number, 3) % ${people + devices} + 1 AS id, ${end} - toIntervalMillisecond(cityHash64(number, 4) % 15552000000) AS time,
        ${personAtIngest}, number, 1, 1, time, 1, if(name = 'order_placed', cityHash64(number, 5) % 40000, NULL), 'CNY',
        concat('P', toString(cityHash64(number, 6) % 500)), concat('C', toString(cityHash64(number, 6) % 20)),
        map('from', ['home', 'search', 'share'][number % 3 + 1]), map('price', (number % 1000) / 4)
      FROM numbers(${events})`,
    'SYSTEM RELOAD DICTIONARY siyu.identity_person',
    'OPTIMIZE TABLE collect_event FINAL',
    'OPTIMIZE TABLE profile_trait FINAL',
  ];
  for (const sql of statements) {
    await clickhouse.command({ name: 'bench.population', sql, lane: 'admin', timeoutSeconds: 900 });
  }
}

/**
 * The question of the bench as somebody would write it who knows this data and this engine: once with sets of people, once
 * with bitmaps. Days are those of Asia/Shanghai, like in the rule.
 */
export function handWritten(asOf: number): Readonly<Record<string, string>> {
  const dayMs = 86_400_000;
  const zoneMs = 8 * 3_600_000;
  const today = Math.floor((asOf + zoneMs) / dayMs) * dayMs - zoneMs;
  const from = (days: number) => `toDateTime64(${(today - (days - 1) * dayMs) / 1000}, 3, 'UTC')`;
  const until = `toDateTime64(${asOf / 1000}, 3, 'UTC')`;
  const mapped = `dictGetOrDefault('siyu.identity_person', 'person', identity_id, person)`;
  const orders = `SELECT ${mapped} AS p FROM collect_event
    WHERE name = 'order_placed' AND time >= ${from(90)} AND time <= ${until} GROUP BY p HAVING sum(revenue) >= 50000`;
  const visits = `SELECT ${mapped} AS p FROM collect_event
    WHERE name = 'page_viewed' AND time >= ${from(7)} AND time <= ${until}`;
  const cities = `SELECT ${mapped} AS p FROM profile_trait
    WHERE name = 'city' GROUP BY p HAVING argMax(text, at) IN ('青岛', '上海')`;
  const phones = `SELECT ${mapped} AS p FROM identity_known WHERE kind = 4`;
  const high = `SELECT groupBitmapMergeState(people) FROM profile_tag WHERE tag = 1 AND generation = 1 AND value = 'high'`;
  return {
    sets: `SELECT uniqExact(p) AS people FROM (${phones})
      WHERE p != 0 AND p IN (${orders}) AND p NOT IN (${visits})
        AND (p IN (${cities}) OR p IN (SELECT arrayJoin(bitmapToArray((${high})))))`,
    bitmaps: `SELECT bitmapAndCardinality(bitmapAnd(phone, bought), bitmapAndnot(bitmapOr(city, tagged), visited)) AS people
      FROM (SELECT groupBitmapState(p) AS phone FROM (${phones})) AS a
      CROSS JOIN (SELECT groupBitmapState(p) AS bought FROM (${orders})) AS b
      CROSS JOIN (SELECT groupBitmapState(p) AS visited FROM (${visits})) AS c
      CROSS JOIN (SELECT groupBitmapState(p) AS city FROM (${cities})) AS d
      CROSS JOIN (SELECT groupBitmapMergeState(people) AS tagged FROM profile_tag WHERE tag = 1 AND generation = 1 AND value = 'high') AS e`,
  };
}

import { num, oneOf, str } from '@siyu/engine/clickhouse';

/** The ClickHouse table of tag values as bitmaps: tag, value, shard, generation, people. */
export const tagTable = 'profile_tag';

/** Sub-select of one column `people` (bitmaps): who has the tag, or one of some values, in the generation in force. */
export function tagSource(
  { tag_id, generation }: { readonly tag_id: number; readonly generation: number },
  values: readonly string[] | null,
): string {
  const filters = [
    `tag = ${num(tag_id)}`,
    `generation = ${num(generation)}`,
    ...(values === null ? [] : [oneOf('value', values, str)]),
  ];
  return `(SELECT people FROM ${tagTable} WHERE ${filters.join(' AND ')})`;
}

/** Sub-select of `value`, `people` (bitmaps) of the generation in force. */
export function tagValueSource({
  tag_id,
  generation,
}: {
  readonly tag_id: number;
  readonly generation: number;
}): string {
  return `(SELECT value, people FROM ${tagTable} WHERE tag = ${num(tag_id)} AND generation = ${num(generation)})`;
}

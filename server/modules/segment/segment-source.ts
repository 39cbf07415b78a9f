import { num } from '@siyu/engine/clickhouse';

/** The ClickHouse table of members: segment, version, shard, people (bitmaps). */
export const segmentTable = 'segment_people';

/** Sub-select of one column `people` (bitmaps): the members of a version of a segment. */
export const segmentSource = (segmentId: number, version: number): string =>
  `(SELECT people FROM ${segmentTable} WHERE segment = ${num(segmentId)} AND version = ${num(version)})`;

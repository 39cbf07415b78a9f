-- Members of a segment, one version per refresh; the version in force stands in PostgreSQL.
CREATE TABLE IF NOT EXISTS segment_people (
  segment UInt32,
  version UInt64,
  shard UInt16,
  people AggregateFunction(groupBitmap, UInt32)
) ENGINE = MergeTree ORDER BY (segment, version, shard)
SETTINGS index_granularity = 1, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

-- Traits that are not personal, by (trait, identity). The person's value is argMax(…, at) over its identities.
CREATE TABLE IF NOT EXISTS profile_trait (
  name LowCardinality(String),
  identity_id UInt64,
  person UInt32,
  text String,
  number Nullable(Float64),
  at DateTime64(3, 'UTC')
) ENGINE = ReplacingMergeTree(at) ORDER BY (name, identity_id)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

-- Tag values as bitmaps of people; the highest generation of a tag is the one in force. shard = person >> 20.
CREATE TABLE IF NOT EXISTS profile_tag (
  tag UInt32,
  value LowCardinality(String),
  shard UInt16,
  generation UInt64,
  people AggregateFunction(groupBitmap, UInt32)
) ENGINE = MergeTree ORDER BY (tag, generation, value, shard)
SETTINGS index_granularity = 1, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

-- Events twice, both written by the block: by (event, identity, time) for analysis and whole-population leaves,
-- by (identity, time) with small granules for one person's timeline and for a few dirty persons.
CREATE TABLE IF NOT EXISTS collect_event (
  name LowCardinality(String),
  identity_id UInt64,
  time DateTime64(3, 'UTC'),
  person UInt32,
  event_id UInt64,
  block UInt64,
  source UInt32,
  received DateTime64(3, 'UTC'),
  org UInt32,
  revenue Nullable(Int64),
  currency LowCardinality(String),
  order_id String,
  product LowCardinality(String),
  category LowCardinality(String),
  store UInt32,
  channel LowCardinality(String),
  campaign UInt32,
  journey UInt32,
  text Map(LowCardinality(String), String),
  number Map(LowCardinality(String), Float64)
) ENGINE = MergeTree PARTITION BY toYYYYMM(time) ORDER BY (name, identity_id, time)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS collect_event_by_identity (
  name LowCardinality(String),
  identity_id UInt64,
  time DateTime64(3, 'UTC'),
  person UInt32,
  event_id UInt64,
  block UInt64,
  source UInt32,
  received DateTime64(3, 'UTC'),
  org UInt32,
  revenue Nullable(Int64),
  currency LowCardinality(String),
  order_id String,
  product LowCardinality(String),
  category LowCardinality(String),
  store UInt32,
  channel LowCardinality(String),
  campaign UInt32,
  journey UInt32,
  text Map(LowCardinality(String), String),
  number Map(LowCardinality(String), Float64)
) ENGINE = MergeTree ORDER BY (identity_id, time)
SETTINGS index_granularity = 1024, min_compress_block_size = 16384, max_compress_block_size = 32768,
  non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

-- Message hashes of the deduplication window; a job drops days that have left it (no TTL: it would read the machine's clock).
CREATE TABLE IF NOT EXISTS collect_message (
  hash UInt64,
  block UInt64,
  received DateTime('UTC')
) ENGINE = MergeTree PARTITION BY toYYYYMMDD(received) ORDER BY hash
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

-- Latest consent act per identity, mirrored for counting who is reachable.
CREATE TABLE IF NOT EXISTS privacy_consent (
  purpose LowCardinality(String),
  channel LowCardinality(String),
  org UInt32,
  identity_id UInt64,
  person UInt32,
  granted UInt8,
  at DateTime64(3, 'UTC')
) ENGINE = ReplacingMergeTree(at) ORDER BY (purpose, channel, org, identity_id)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

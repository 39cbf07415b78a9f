-- Mirror of the identities whose person differs from the person their older events were stored under.
CREATE TABLE IF NOT EXISTS identity_override (
  identity_id UInt64,
  person UInt32,
  version UInt64
) ENGINE = ReplacingMergeTree(version) ORDER BY identity_id
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE DICTIONARY IF NOT EXISTS identity_person (
  identity_id UInt64,
  person UInt32
) PRIMARY KEY identity_id
SOURCE(CLICKHOUSE(QUERY 'SELECT identity_id, argMax(person, version) AS person FROM siyu.identity_override GROUP BY identity_id'))
LAYOUT(HASHED()) LIFETIME(0);

-- Everyone who exists: one row per identity; people are its distinct mapped persons. person 0 = erased.
CREATE TABLE IF NOT EXISTS identity_known (
  identity_id UInt64,
  person UInt32,
  kind UInt8,
  since DateTime64(3, 'UTC'),
  source UInt32
) ENGINE = ReplacingMergeTree ORDER BY identity_id
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

-- Which organisation nodes know an identity: every node's subtree is a membership leaf.
CREATE TABLE IF NOT EXISTS identity_org (
  org UInt32,
  identity_id UInt64,
  person UInt32
) ENGINE = ReplacingMergeTree ORDER BY (org, identity_id)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

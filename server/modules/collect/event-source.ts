/** ClickHouse tables of events, by the path that reads them; both have the same columns (see the migration). */
export const eventTable = {
  /** Ordered by (name, identity_id, time): for analysis and whole populations. */
  byName: 'collect_event',
  /** Ordered by (identity_id, time): for one person's timeline and for few people. */
  byIdentity: 'collect_event_by_identity',
} as const;

/** ClickHouse table of message hashes: hash, block, received. */
export const messageTable = 'collect_message';

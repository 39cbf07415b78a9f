create schema if not exists collect;

-- A source: one channel of the brand that may write events under its own write key.
create table collect.source (
  source_id integer generated always as identity primary key,
  public_id text not null unique,
  kind text not null,
  channel text not null,
  name text not null,
  org_id integer not null references org.node,
  write_key_prefix text,
  write_key_hash bytea unique,
  created_at timestamptz not null,
  closed_at timestamptz
);

-- Topic "resolved": the rows of one block, exactly as ClickHouse gets them. block_id is dense and in commit order.
-- Committed with everything the block changed in PostgreSQL, so a crash repeats the insert and never the resolution.
create table collect.block (
  block_id bigint primary key,
  first_offset bigint not null,
  last_offset bigint not null,
  messages integer not null,
  rows integer not null,
  hash bytea not null,
  body bytea not null,
  resolved_at timestamptz not null,
  inserted_at timestamptz
);
alter table collect.block alter column body set storage external;
create index block_pending on collect.block (block_id) where inserted_at is null;

-- What could not be understood: kept with its reason, mended and replayed, never dropped.
create table collect.quarantine (
  quarantine_id bigint generated always as identity primary key,
  message_hash bigint not null,
  source_id integer not null,
  reason text not null,
  detail text not null,
  event_name text,
  key_id bigint not null,
  body bytea not null,
  received_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'replayed', 'discarded')),
  settled_at timestamptz,
  unique (message_hash, reason)
);
create index quarantine_open on collect.quarantine (quarantine_id desc) where state = 'open';

-- Counters per source and minute for the live page.
create table collect.source_minute (
  source_id integer not null,
  minute timestamptz not null,
  accepted bigint not null default 0,
  duplicates bigint not null default 0,
  quarantined bigint not null default 0,
  primary key (source_id, minute)
);

-- Display names of events and properties, so that no raw key reaches an operator's eye.
create table collect.event_definition (
  name text primary key,
  name_zh text not null,
  name_en text not null,
  first_seen_at timestamptz not null,
  named boolean not null default false
);
create table collect.property_definition (
  event_name text not null,
  property text not null,
  type text not null,
  name_zh text not null,
  name_en text not null,
  personal boolean not null default false,
  first_seen_at timestamptz not null,
  primary key (event_name, property)
);

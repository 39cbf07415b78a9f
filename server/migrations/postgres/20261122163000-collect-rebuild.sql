-- Rebuilds of ClickHouse from collect.block. One that is not finished left ClickHouse incomplete: no server starts on it.
create table collect.rebuild (
  rebuild_id bigint generated always as identity primary key,
  started_at timestamptz not null,
  finished_at timestamptz
);

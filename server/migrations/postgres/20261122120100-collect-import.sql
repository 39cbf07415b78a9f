-- A file that lies on this server. Uploaded ones are kept under home/imports and deleted with their content;
-- owned = false: a path that the operator gave on the command line, never deleted by us.
create table collect.import_file (
  import_file_id bigint generated always as identity primary key,
  public_id text not null unique,
  name text not null,
  bytes bigint not null,
  sha256 bytea not null,
  path text not null,
  owned boolean not null,
  format jsonb not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  deleted_at timestamptz
);
create index import_file_age on collect.import_file (uploaded_at) where owned and deleted_at is null;

-- One import of one or more files. units = documents or rows whose outcome is durable (log or error file): where a resumed
-- run goes on. lease = the run that may write this row until lease_until, so that two runs never work on one import.
create table collect.import (
  import_id bigint generated always as identity primary key,
  public_id text not null unique,
  name text not null,
  kind text not null check (kind in ('people', 'orders', 'events')),
  source_id integer not null references collect.source,
  mapping jsonb not null,
  import_key text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
  message text,
  created_by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  lease uuid,
  lease_until timestamptz,
  total_rows bigint,
  units bigint not null default 0,
  counts jsonb not null,
  error_bytes bigint not null default 0,
  last_offset bigint not null default 0
);
create index import_recent on collect.import (import_id desc);
create index import_open on collect.import (lease_until) where state in ('waiting', 'running');

create table collect.import_part (
  import_id bigint not null references collect.import,
  position integer not null,
  import_file_id bigint not null references collect.import_file,
  format jsonb not null,
  primary key (import_id, position)
);
create index import_part_file on collect.import_part (import_file_id);

-- Mappings under a name, to be used again.
create table collect.import_template (
  import_template_id bigint generated always as identity primary key,
  public_id text not null unique,
  name text not null unique,
  mapping jsonb not null,
  created_by text not null,
  changed_at timestamptz not null
);

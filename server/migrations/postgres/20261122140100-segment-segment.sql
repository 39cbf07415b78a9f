create schema if not exists segment;

-- A segment: a rule that is counted again by its rhythm, a rule counted once, or a fixed list. Its people lie in ClickHouse
-- (segment_people) under the version in force.
create table segment.segment (
  segment_id integer generated always as identity primary key,
  public_id text not null unique,
  name text not null,
  description text not null,
  kind text not null check (kind in ('static', 'refreshed')),
  origin text not null check (origin in ('rule', 'people', 'identifiers')),
  rule jsonb,
  sentence jsonb not null,
  refresh text not null check (refresh in ('off', 'quarter_hour', 'hourly', 'daily')),
  state text not null default 'active' check (state in ('active', 'archived')),
  org_id integer not null,
  version bigint not null default 0,
  known bigint,
  anonymous bigint,
  entered bigint not null default 0,
  departed bigint not null default 0,
  refreshed_at timestamptz,
  job_run_id bigint,
  failure text,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index segment_newest on segment.segment (segment_id desc);

-- Which segments a rule names: cycles and the order of counting.
create table segment.dependency (
  segment_id integer not null references segment.segment,
  uses_segment_id integer not null references segment.segment,
  primary key (segment_id, uses_segment_id)
);
create index dependency_used on segment.dependency (uses_segment_id);

create sequence segment.version_number as bigint;

create table segment.version (
  segment_id integer not null references segment.segment,
  version bigint not null,
  known bigint not null,
  anonymous bigint not null,
  entered bigint not null,
  departed bigint not null,
  milliseconds integer not null,
  at timestamptz not null,
  primary key (segment_id, version)
);

-- Files with the people of a version; the file lies in the home folder under exports/.
create table segment.export (
  export_id bigint generated always as identity primary key,
  public_id text not null unique,
  segment_id integer not null references segment.segment,
  version bigint not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'expired')),
  rows bigint not null default 0,
  total bigint,
  bytes bigint not null default 0,
  actor_id text not null,
  actor_name text not null,
  scope_root_id integer not null,
  failure text,
  requested_at timestamptz not null,
  finished_at timestamptz
);
create index export_segment on segment.export (segment_id, actor_id, export_id desc);

-- The log: one row per durable batch; "offset" is given in commit order by the row lock on log_partition.
create schema if not exists platform;

create table platform.log_partition (
  topic text not null,
  partition smallint not null,
  head bigint not null default 0,
  primary key (topic, partition)
);

create table platform.log_batch (
  topic text not null,
  partition smallint not null,
  "offset" bigint not null,
  written_at timestamptz not null,
  records integer not null,
  key_id bigint not null,
  body bytea not null,
  primary key (topic, partition, "offset")
);
alter table platform.log_batch alter column body set storage external;

-- How far each named consumer has read a topic.
create table platform.log_position (
  consumer text not null,
  topic text not null,
  partition smallint not null,
  "offset" bigint not null,
  primary key (consumer, topic, partition)
);

-- Facts wait here inside the business transaction that states them; the sequencer gives committed ones their offset.
create table platform.fact (
  fact_id bigint generated always as identity primary key,
  "offset" bigint unique,
  name text not null,
  body jsonb not null,
  at timestamptz not null
);
create index fact_unsequenced on platform.fact (fact_id) where "offset" is null;

-- Envelope keys: data keys wrapped by the installation's master key. purpose: log (one a day), box, secret.
create table platform.data_key (
  key_id bigint generated always as identity primary key,
  purpose text not null,
  day date not null,
  wrapped bytea not null,
  created_at timestamptz not null,
  unique (purpose, day)
);

-- Answers already given to a write that carried an Idempotency-Key.
create table platform.idempotency (
  actor text not null,
  route text not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  response jsonb,
  created_at timestamptz not null,
  primary key (actor, route, key)
);
create index idempotency_age on platform.idempotency (created_at);

-- What a long job has done so far; the console's progress bars read it.
create table platform.job_run (
  job_run_id bigint generated always as identity primary key,
  kind text not null,
  subject text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
  done bigint not null default 0,
  total bigint,
  message text,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create index job_run_subject on platform.job_run (kind, subject, job_run_id desc);

create table platform.setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null
);

create schema if not exists journey;

create table journey.campaign (
  campaign_id integer generated always as identity primary key,
  public_id text not null unique,
  org_id integer not null,
  name text not null,
  kind text not null check (kind in ('active', 'event')),
  state text not null check (state in ('draft', 'scheduled', 'running', 'paused', 'done', 'stopped')),
  channel text not null,
  definition jsonb not null,
  next_run_at timestamptz,
  error text,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create index campaign_recent on journey.campaign (changed_at desc, campaign_id desc);
create index campaign_due on journey.campaign (next_run_at) where state = 'scheduled';

-- One execution with the definition as it was: one per date of a recurring campaign, one per launch of an event campaign.
create table journey.run (
  run_id integer generated always as identity primary key,
  public_id text not null unique,
  campaign_id integer not null references journey.campaign,
  number integer not null,
  state text not null check (state in ('enrolling', 'sending', 'open', 'done', 'stopped', 'failed')),
  send_id integer not null,
  definition jsonb not null,
  -- event campaigns: the event that starts it.
  event text,
  enrolled bigint not null default 0,
  decided bigint not null default 0,
  error text,
  started_at timestamptz not null,
  finished_at timestamptz,
  unique (campaign_id, number)
);
create index run_waiting_for_event on journey.run (event) where state = 'open';
create index run_active on journey.run (run_id) where state in ('enrolling', 'sending', 'open');

-- State of the set-based executor: one row per (run, person, trigger). due_at null = nothing more to do.
create table journey.member (
  run_id integer not null,
  person_id bigint not null,
  -- 0, or the triggering event's id.
  trigger_id bigint not null,
  step smallint not null,
  version integer not null,
  due_at timestamptz,
  entered_at timestamptz not null,
  identity_id bigint,
  context jsonb,
  primary key (run_id, person_id, trigger_id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01);
create index member_due on journey.member (run_id, due_at, person_id) where due_at is not null;

-- How far this module has listened to resolved blocks.
create table journey.position (
  listener text primary key,
  block_id bigint not null
);

-- The latest dry run of a campaign, and whom it decided about.
create table journey.rehearsal (
  campaign_id integer primary key references journey.campaign,
  generation bigint not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  decided bigint not null default 0,
  audience bigint,
  error text,
  started_at timestamptz not null,
  finished_at timestamptz
);
create table journey.rehearsal_person (
  campaign_id integer not null,
  generation bigint not null,
  -- '' = reached.
  reason text not null,
  person_id bigint not null,
  primary key (campaign_id, generation, reason, person_id)
);

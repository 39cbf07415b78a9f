create schema if not exists channel;

-- How a channel leaves the house. A kind without a row uses the sandbox in test mode.
create table channel.setting (
  kind text primary key,
  provider text not null,
  mode text not null check (mode in ('test', 'live')),
  settings jsonb not null,
  secret_key_id bigint,
  secret_body bytea,
  secret_names text[] not null default '{}',
  rate_per_second integer not null,
  -- The rate limit of all workers together: nothing may be claimed before this moment.
  free_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- Quiet hours and caps in force; without a row the contract's default.
create table channel.policy (
  only_one boolean primary key default true check (only_one),
  body jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- The red button. channel null = everything; in force while resumed_at is null.
create table channel.stop (
  stop_id integer generated always as identity primary key,
  channel text,
  at timestamptz not null,
  by text not null,
  reason text not null,
  resumed_at timestamptz,
  resumed_by text
);
create unique index stop_in_force on channel.stop (coalesce(channel, '')) where resumed_at is null;

-- The white list: people who get real messages in test mode.
create table channel.tester (
  identity_id bigint primary key,
  added_at timestamptz not null,
  added_by text not null
);

-- Addresses that get nothing any more, by keyed hash. Survives erasure, so that a new import does not reach them.
create table channel.suppression (
  suppression_id bigint generated always as identity primary key,
  channel text not null,
  address_hash uuid not null,
  reason text not null check (reason in ('unsubscribed', 'bounced', 'complained', 'blocked')),
  note text not null default '',
  at timestamptz not null,
  unique (channel, address_hash)
);

-- One thing to say to many: what the channel is asked to send. Immutable but for its state.
create table channel.send (
  send_id integer generated always as identity primary key,
  campaign_id integer not null,
  campaign_ref text not null,
  title text not null,
  org_id integer not null,
  brand_id integer not null,
  channel text not null,
  category text not null,
  template_id integer not null,
  template_version integer not null,
  valid_hours integer not null,
  state text not null check (state in ('open', 'paused', 'stopped')),
  created_at timestamptz not null
);
create index send_campaign on channel.send (campaign_id, send_id);

-- The outbox: one row for everyone a send decided about, those who get nothing included.
--   planned -> claimed -> [sending ->] sent -> delivered | failed;  planned/claimed -> skipped;  sending -> unknown
-- contact_day is the organisation's day on which it reaches the person, null when it does not; capped = it counts against caps.
create table channel.delivery (
  delivery_id bigint generated always as identity primary key,
  send_id integer not null,
  person_id bigint not null,
  slot bigint not null,
  identity_id bigint,
  channel text not null,
  state text not null,
  reason text,
  gate text,
  attempts smallint not null default 0,
  contact_day date,
  capped boolean not null,
  planned_at timestamptz not null,
  due_at timestamptz not null,
  lease bigint,
  lease_until timestamptz,
  secret bigint,
  provider text,
  provider_ref text,
  error text,
  context jsonb,
  sent_at timestamptz,
  delivered_at timestamptz,
  opened_at timestamptz,
  clicked_at timestamptz,
  replied_at timestamptz,
  failed_at timestamptz,
  unsubscribed_at timestamptz,
  unique (send_id, person_id, slot)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
-- Claims (state planned), counts, and the people behind a number.
create index delivery_state on channel.delivery (send_id, state, due_at, delivery_id) include (reason);
-- Caps, one person's messages, erasure.
create index delivery_identity on channel.delivery (identity_id, contact_day) where identity_id is not null;
create index delivery_leased on channel.delivery (lease_until) where lease_until is not null;
create sequence channel.lease as bigint;

-- What the sandbox took instead of a provider. body: sealed {subject, body, address}.
create table channel.inbox (
  delivery_id bigint primary key,
  send_id integer not null,
  channel text not null,
  identity_id bigint not null,
  person_id bigint not null,
  key_id bigint not null,
  body bytea not null,
  received_at timestamptz not null
);
alter table channel.inbox alter column body set storage external;
create index inbox_identity on channel.inbox (identity_id);
create index inbox_send on channel.inbox (send_id, delivery_id);

create table channel.link_click (
  delivery_id bigint not null,
  link smallint not null,
  first_at timestamptz not null,
  primary key (delivery_id, link)
);

-- Reactions on their way back into the log as events; a row goes when its event is durable.
create table channel.reaction (
  delivery_id bigint not null,
  kind text not null,
  link smallint not null default 0,
  at timestamptz not null,
  primary key (delivery_id, kind, link)
);

create schema if not exists profile;

-- A trait that is not personal, as one identity last stated it. A person's value is the latest over its identities.
-- Personal traits (name, birthday, address, phone...) are in the personal box; derived plain traits stand here.
create table profile.trait (
  identity_id bigint not null,
  name text not null,
  value jsonb not null,
  source_id integer not null,
  at timestamptz not null,
  primary key (identity_id, name)
);

create table profile.trait_definition (
  name text primary key,
  type text not null check (type in ('string', 'number', 'boolean', 'time', 'list')),
  name_zh text not null,
  name_en text not null,
  personal boolean not null default false,
  purpose text not null default 'service',
  first_seen_at timestamptz not null,
  named boolean not null default false
);

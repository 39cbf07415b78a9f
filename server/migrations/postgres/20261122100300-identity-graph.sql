create schema if not exists identity;

-- person_id is a dense u32 for known people; anonymous people get ids from 2^31 so that member bitmaps stay dense.
create sequence identity.known_person_id as bigint minvalue 1 maxvalue 2147483647;
create sequence identity.anonymous_person_id as bigint minvalue 2147483648 maxvalue 4294967295;

create table identity.person (
  person_id bigint primary key,
  public_id text not null unique,
  state text not null default 'active' check (state in ('active', 'merged', 'erased')),
  merged_into bigint references identity.person,
  created_at timestamptz not null,
  first_source_id integer not null,
  last_seen_at timestamptz not null
);
create index person_merged_into on identity.person (merged_into) where merged_into is not null;
create index person_recent on identity.person (last_seen_at desc, person_id desc) where state = 'active';

-- An identifier's node. identity_id never changes; person_id is the current version of the map identity -> person.
-- hash is a keyed 128-bit hash of the normalised value; the value itself is in the personal box.
-- No foreign keys on these tables: one writer fills them set by set, and a check per row was the largest share of an import.
create table identity.identity (
  identity_id bigint generated always as identity primary key,
  kind smallint not null,
  hash uuid not null,
  person_id bigint not null,
  origin_person_id bigint not null,
  source_id integer not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  unique (kind, hash)
);
create index identity_person on identity.identity (person_id);

-- Every change of the map, so that history can be read and undone.
create table identity.map_change (
  version bigint generated always as identity primary key,
  identity_id bigint not null,
  from_person_id bigint not null,
  to_person_id bigint not null,
  reason text not null,
  evidence jsonb not null,
  block_id bigint,
  at timestamptz not null
);
create index map_change_identity on identity.map_change (identity_id, version);
create index map_change_to on identity.map_change (to_person_id, version);

-- What the rules refused to link and why: limit reached, junk value.
create table identity.refused_link (
  refused_link_id bigint generated always as identity primary key,
  kind smallint not null,
  hash uuid not null,
  person_id bigint not null,
  other_person_id bigint,
  reason text not null,
  block_id bigint not null,
  at timestamptz not null
);
create index refused_link_person on identity.refused_link (person_id);

-- Which organisation nodes know a person (through the source or the store of the act). Data scope stands on it.
create table identity.identity_org (
  identity_id bigint not null,
  org_id integer not null,
  since timestamptz not null,
  primary key (identity_id, org_id)
);
create index identity_org_node on identity.identity_org (org_id, identity_id);

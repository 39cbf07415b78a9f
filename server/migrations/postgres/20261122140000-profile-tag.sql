-- Tags: definitions, manual assignments (the truth), and what each computation found. The people of every value lie in
-- ClickHouse (profile_tag) under the generation in force.
create table profile.tag_category (
  category_id integer generated always as identity primary key,
  public_id text not null unique,
  parent_id integer references profile.tag_category,
  name_zh text not null,
  name_en text not null,
  position integer not null default 0,
  created_at timestamptz not null
);

create table profile.tag (
  tag_id integer generated always as identity primary key,
  public_id text not null unique,
  category_id integer not null references profile.tag_category,
  name_zh text not null,
  name_en text not null,
  description text not null,
  kind text not null,
  definition jsonb not null,
  owner text not null,
  purpose text not null,
  refresh text not null check (refresh in ('off', 'hourly', 'daily')),
  expires_after_days integer,
  state text not null default 'active' check (state in ('active', 'archived')),
  generation bigint not null default 0,
  people bigint not null default 0,
  coverage integer not null default 0,
  computed_at timestamptz,
  job_run_id bigint,
  failure text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create unique index tag_name on profile.tag (name_zh) where state = 'active';
create index tag_newest on profile.tag (tag_id desc);

create sequence profile.tag_generation as bigint;

-- How many known people had each value at each computation: distribution and its trend.
create table profile.tag_count (
  tag_id integer not null references profile.tag,
  generation bigint not null,
  value text not null,
  people bigint not null,
  at timestamptz not null,
  primary key (tag_id, generation, value)
);

-- Manual tags as one identity got them: they stay with the identity through merge and split. A person has one value.
create table profile.tag_assignment (
  tag_id integer not null references profile.tag,
  identity_id bigint not null,
  value text not null,
  assigned_by text not null,
  assigned_at timestamptz not null,
  until timestamptz,
  primary key (tag_id, identity_id)
);
create index tag_assignment_identity on profile.tag_assignment (identity_id);
create index tag_assignment_until on profile.tag_assignment (until) where until is not null;

create schema if not exists content;

-- A template; its texts are versions that never change. published_version is the one in force.
create table content.template (
  template_id integer generated always as identity primary key,
  public_id text not null unique,
  org_id integer not null,
  name text not null,
  channel text not null,
  category text not null check (category in ('marketing', 'service')),
  latest_version integer not null,
  published_version integer,
  archived_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index template_recent on content.template (changed_at desc, template_id desc);

create table content.template_version (
  template_id integer not null references content.template,
  version integer not null,
  subject text not null,
  body text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  published_at timestamptz,
  primary key (template_id, version)
);

-- The organisation tree with its closure; every data scope is a subtree of it.
create schema if not exists org;

create table org.node (
  org_id integer generated always as identity primary key,
  parent_id integer references org.node,
  kind text not null check (kind in ('group', 'brand', 'dealer', 'region', 'store')),
  code text not null unique,
  name_zh text not null,
  name_en text not null,
  timezone text not null,
  currency text not null,
  city text,
  closed_at timestamptz,
  created_at timestamptz not null
);
create unique index node_one_root on org.node ((true)) where parent_id is null;

create table org.closure (
  ancestor_id integer not null references org.node,
  descendant_id integer not null references org.node,
  depth integer not null,
  primary key (ancestor_id, descendant_id)
);
create index closure_up on org.closure (descendant_id, ancestor_id);

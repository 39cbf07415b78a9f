-- Grows by one with every change of the tree or of a user; processes compare it to know that a scope they hold is outdated.
create table org.tree_version (
  singleton boolean primary key default true check (singleton),
  version bigint not null
);
insert into org.tree_version (version) values (1);

create table org.app_user (
  user_id integer generated always as identity primary key,
  public_id text not null unique,
  login text not null unique check (login = lower(login)),
  name text not null,
  role text not null,
  org_id integer not null references org.node,
  locale text not null,
  password_hash text not null,
  failed_logins integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  last_login_at timestamptz,
  created_at timestamptz not null
);
create index app_user_org on org.app_user (org_id);

-- A logged-in browser. Only the hash of its token is kept.
create table org.session (
  token_hash bytea primary key,
  user_id integer not null references org.app_user,
  created_at timestamptz not null,
  used_at timestamptz not null
);
create index session_by_user on org.session (user_id);

-- A key for programs. Only its hash and its first letters are kept.
create table org.api_key (
  api_key_id integer generated always as identity primary key,
  public_id text not null unique,
  name text not null,
  prefix text not null,
  key_hash bytea not null unique,
  role text not null,
  org_id integer not null references org.node,
  created_by text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_org on org.api_key (org_id);

-- Who did what. org_id is the node of the actor's scope, by which others' audit views are cut.
create table org.audit_entry (
  entry_id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  org_id integer not null,
  action text not null,
  object text,
  detail jsonb not null,
  ip text
);
create index audit_entry_actor on org.audit_entry (actor, entry_id desc);
create index audit_entry_object on org.audit_entry (object, entry_id desc) where object is not null;

-- Entries that no seal covers yet, so that sealing need not guess which transactions commit late.
create table org.audit_unsealed (
  entry_id bigint primary key
);

-- One link of the chain: hash = sha256(previous hash, ids and hashes of the entries it covers, in order).
-- entry_hashes holds 32 bytes per entry, so that a check can say which entry was changed.
create table org.audit_seal (
  seal_id bigint primary key,
  entry_ids bigint[] not null,
  entry_hashes bytea not null,
  previous_hash bytea,
  hash bytea not null unique,
  sealed_at timestamptz not null
);

create function org.audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only: % of %.% is refused', tg_op, tg_table_schema, tg_table_name;
end
$$;

create trigger audit_entry_append_only before update or delete or truncate on org.audit_entry
  for each statement execute function org.audit_is_append_only();
create trigger audit_seal_append_only before update or delete or truncate on org.audit_seal
  for each statement execute function org.audit_is_append_only();

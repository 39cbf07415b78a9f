create schema if not exists privacy;

-- The encrypted personal box of a person as first known (origin). A merged person is read through all origins it unites,
-- so undoing a merge moves nothing. Plain content: { identifiers: {identity_id: value}, traits: {name: {value, at}} }.
create table privacy.personal_box (
  person_id bigint primary key,
  key_id bigint not null,
  body bytea not null,
  changed_at timestamptz not null
);

-- Blind index for look-up by a part (the last four digits of a phone).
create table privacy.blind_index (
  field text not null,
  hash uuid not null,
  person_id bigint not null,
  primary key (field, hash, person_id)
);
create index blind_index_person on privacy.blind_index (person_id);

-- Consent ledger: append-only acts with their evidence.
create table privacy.consent_entry (
  entry_id bigint generated always as identity primary key,
  identity_id bigint not null,
  purpose text not null,
  channel text not null,
  org_id integer not null,
  state text not null check (state in ('granted', 'withdrawn')),
  source_id integer not null,
  evidence jsonb not null,
  act_hash bigint not null unique,
  at timestamptz not null
);
create index consent_entry_identity on privacy.consent_entry (identity_id, entry_id desc);

-- The latest act per identity. A person may be used for a purpose only if one identity grants it and none has withdrawn it
-- (the stricter wins after a merge); a new grant is written for every identity of the person.
create table privacy.consent_state (
  identity_id bigint not null,
  purpose text not null,
  channel text not null,
  org_id integer not null,
  state text not null,
  at timestamptz not null,
  entry_id bigint not null,
  primary key (identity_id, purpose, channel, org_id)
);

-- Erased identifiers: replay, import, archive and restore obey them.
create table privacy.tombstone (
  kind smallint not null,
  hash uuid not null,
  erasure_id bigint not null,
  at timestamptz not null,
  primary key (kind, hash)
);
create table privacy.erasure (
  erasure_id bigint generated always as identity primary key,
  public_id text not null unique,
  person_id bigint not null,
  requested_by text not null,
  reason text not null,
  requested_at timestamptz not null,
  done_at timestamptz,
  proof jsonb
);

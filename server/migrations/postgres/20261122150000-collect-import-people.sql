-- Whose rows an import brought, by the identity of the act; is_new = the import made the person.
create table collect.import_identity (
  import_id bigint not null references collect.import,
  identity_id bigint not null,
  is_new boolean not null,
  primary key (import_id, identity_id)
);
create index import_identity_identity on collect.import_identity (identity_id);

-- Every file is an upload of ours now, the command line's too.
alter table collect.import_file drop column owned;
create index import_file_age on collect.import_file (uploaded_at) where deleted_at is null;

create schema if not exists commerce;

-- The assortment. A SKU means the same article in every source; stated = by a product document, not only seen in lines.
create table commerce.product (
  sku text primary key,
  name text not null,
  category text not null default '',
  brand text not null default '',
  price bigint,
  currency text,
  durable boolean not null default false,
  stated boolean not null default false,
  first_source_id integer not null,
  first_seen_at timestamptz not null,
  changed_at timestamptz not null
);
create index product_category on commerce.product (category text_pattern_ops, sku);

-- Everything that moves money: orders, refunds, adjustments. amount is in minor units and signed (refunds are negative);
-- a cancelled order counts nothing. The lines belong to their document and change only with it, so they stand in it:
-- lines = [[sku, name, category, quantity, unit price, amount], ...], quantity and amount signed like the document.
-- Who bought what is asked of ClickHouse (product_bought ...); a document is read and replaced as a whole.
create table commerce.document (
  document_id bigint generated always as identity primary key,
  source_id integer not null,
  kind text not null check (kind in ('order', 'refund', 'adjustment')),
  number text not null,
  order_number text,
  identity_id bigint,
  org_id integer not null,
  store_org_id integer not null,
  channel text not null,
  currency text not null,
  status text not null,
  at timestamptz not null,
  paid_at timestamptz,
  completed_at timestamptz,
  cancelled_at timestamptz,
  changed_at timestamptz,
  amount bigint not null,
  lines jsonb not null,
  reason text,
  recorded_at timestamptz not null,
  updated_at timestamptz not null,
  unique (source_id, kind, number)
);
create index document_identity on commerce.document (identity_id, at desc, document_id desc) where identity_id is not null;
create index document_recent on commerce.document (at desc, document_id desc);
create index document_number on commerce.document (number);
create index document_order_number on commerce.document (order_number) where order_number is not null;

create table commerce.shipment (
  shipment_id bigint generated always as identity primary key,
  source_id integer not null,
  number text not null,
  order_number text not null,
  identity_id bigint,
  org_id integer not null,
  carrier text not null,
  tracking text not null,
  shipped_at timestamptz not null,
  delivered_at timestamptz,
  recorded_at timestamptz not null,
  updated_at timestamptz not null,
  unique (source_id, number)
);
create index shipment_order on commerce.shipment (order_number);
create index shipment_identity on commerce.shipment (identity_id) where identity_id is not null;

-- Durable articles at somebody's home.
create table commerce.owned_product (
  owned_product_id bigint generated always as identity primary key,
  sku text not null,
  serial text not null,
  identity_id bigint,
  source_id integer not null,
  org_id integer not null,
  order_number text,
  purchased_at timestamptz,
  installed_at timestamptz,
  warranty_until timestamptz,
  stated_at timestamptz not null,
  recorded_at timestamptz not null,
  updated_at timestamptz not null,
  unique (sku, serial)
);
create index owned_product_identity on commerce.owned_product (identity_id) where identity_id is not null;

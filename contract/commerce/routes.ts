import { type Static, Type } from 'typebox';
import { pageOf, pageQuery } from '../kit/page.ts';
import { defineRoute } from '../kit/route.ts';
import { Currency, Minor } from './money.ts';

const Nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()]);

/** A line as it is stored: its amount is settled and signed (negative = given back). */
export const DocumentLine = Type.Object({
  sku: Type.String(),
  name: Type.String(),
  category: Type.String(),
  quantity: Type.Number(),
  unitPrice: Type.String(),
  amount: Minor,
});
export type DocumentLine = Static<typeof DocumentLine>;

/** An order, refund or adjustment as the console sees it. Amounts are signed: refunds are negative. */
export const DocumentSummary = Type.Object({
  /** `doc_…` */
  id: Type.String(),
  kind: Type.Unsafe<'order' | 'refund' | 'adjustment'>(Type.String()),
  number: Type.String(),
  orderNumber: Nullable(Type.String()),
  status: Type.String({ description: 'Status of an order; empty otherwise' }),
  at: Type.String({ description: 'Placed, refunded or adjusted at, ISO 8601 UTC' }),
  channel: Type.String(),
  /** Organisation node of the act: the store, or the source’s own node. */
  orgId: Type.Integer(),
  currency: Currency,
  amount: Minor,
  /** What stands in the sums: 0 for a cancelled order, otherwise the amount. */
  counted: Minor,
  reason: Nullable(Type.String()),
  anonymous: Type.Boolean(),
  lineCount: Type.Integer(),
});
export type DocumentSummary = Static<typeof DocumentSummary>;

export const DocumentDetail = Type.Object({
  ...DocumentSummary.properties,
  lines: Type.Array(DocumentLine),
});
export type DocumentDetail = Static<typeof DocumentDetail>;

export const ProductItem = Type.Object({
  sku: Type.String(),
  name: Type.String(),
  category: Type.String(),
  brand: Type.String(),
  price: Nullable(Minor),
  currency: Nullable(Currency),
  durable: Type.Boolean(),
  /** False while it is only known from lines of documents. */
  stated: Type.Boolean(),
});
export type ProductItem = Static<typeof ProductItem>;

export const OwnedProductItem = Type.Object({
  serial: Type.String(),
  sku: Type.String(),
  name: Type.String(),
  purchasedAt: Nullable(Type.String()),
  installedAt: Nullable(Type.String()),
  warrantyUntil: Nullable(Type.String()),
});
export type OwnedProductItem = Static<typeof OwnedProductItem>;

/** What documents sum up to, per currency and kind. */
export const DocumentTotals = Type.Object({
  currency: Currency,
  kind: Type.String(),
  documents: Type.Integer(),
  lines: Type.Integer(),
  amount: Minor,
});
export type DocumentTotals = Static<typeof DocumentTotals>;

export const listDocuments = defineRoute({
  id: 'commerce.list_documents',
  method: 'GET',
  path: '/api/documents',
  summary: 'Orders, refunds and adjustments, newest first; by number when one is given',
  access: 'people.read',
  scope: 'org',
  query: Type.Object({
    ...pageQuery,
    kind: Type.Optional(Type.String({ enum: ['order', 'refund', 'adjustment'] })),
    number: Type.Optional(
      Type.String({ description: 'Exact number of the document or of its order' }),
    ),
  }),
  response: pageOf(DocumentSummary),
  errors: [],
});

export const readDocument = defineRoute({
  id: 'commerce.read_document',
  method: 'GET',
  path: '/api/documents/:document',
  summary: 'One document with its lines',
  access: 'people.read',
  scope: 'org',
  params: Type.Object({ document: Type.String({ pattern: '^doc_\\d{1,18}$' }) }),
  response: DocumentDetail,
  errors: ['commerce.document_unknown'],
});

export const sumDocuments = defineRoute({
  id: 'commerce.sum_documents',
  method: 'GET',
  path: '/api/document-totals',
  summary: 'Totals by currency and kind, to compare with the shop’s or ERP’s books',
  access: 'insight.read',
  scope: 'org',
  query: Type.Object({
    source: Type.Optional(Type.String({ description: 'Public id of a source: src_…' })),
    from: Type.Optional(Type.String({ format: 'date-time' })),
    to: Type.Optional(Type.String({ format: 'date-time', description: 'Exclusive' })),
  }),
  response: Type.Object({ asOf: Type.String(), totals: Type.Array(DocumentTotals) }),
  errors: ['collect.source_unknown'],
});

export const listProducts = defineRoute({
  id: 'commerce.list_products',
  method: 'GET',
  path: '/api/products',
  summary: 'The assortment, by SKU; `q` looks in SKU and name',
  access: 'session',
  scope: 'none',
  query: Type.Object({
    ...pageQuery,
    q: Type.Optional(Type.String({ maxLength: 100 })),
    category: Type.Optional(Type.String({ description: 'A category path and all below it' })),
  }),
  response: pageOf(ProductItem),
  errors: [],
});

export const listCategories = defineRoute({
  id: 'commerce.list_categories',
  method: 'GET',
  path: '/api/product-categories',
  summary: 'Category paths with the number of their products',
  access: 'session',
  scope: 'none',
  query: Type.Object(pageQuery),
  response: pageOf(Type.Object({ category: Type.String(), products: Type.Integer() })),
  errors: [],
});

import { type Static, Type } from 'typebox';
import { Currency } from '../commerce/money.ts';

/** What a file's rows become. */
export const importKinds = ['people', 'orders', 'events'] as const;
export type ImportKind = (typeof importKinds)[number];

export const ImportKindSchema = Type.Unsafe<ImportKind>(Type.String({ enum: [...importKinds] }));

/** How the bytes are read. `jsonl` is one JSON object a line; its columns are its keys (`a.b` for nested ones). */
export const FileFormat = Type.Object({
  type: Type.Unsafe<'csv' | 'jsonl'>(Type.String({ enum: ['csv', 'jsonl'] })),
  encoding: Type.Unsafe<'utf-8' | 'gb18030'>(Type.String({ enum: ['utf-8', 'gb18030'] })),
  gzip: Type.Boolean(),
  /** CSV only. */
  delimiter: Type.String({ minLength: 1, maxLength: 1 }),
  /** CSV only: the first row names the columns; without it they are named `1`, `2`, …. */
  header: Type.Boolean(),
});
export type FileFormat = Static<typeof FileFormat>;

export const valueTypes = ['text', 'number', 'boolean', 'time', 'list'] as const;
export type ValueType = (typeof valueTypes)[number];

/** Targets that stand for themselves, by kind of import. */
export const importTargets = {
  people: ['time', 'org'],
  orders: [
    'order.number',
    'order.time',
    'order.status',
    'order.paid_time',
    'order.completed_time',
    'order.cancelled_time',
    'order.changed_time',
    'order.currency',
    'order.total',
    'order.discount',
    'order.freight',
    'order.channel',
    'order.store',
    'order.original_number',
    'order.reason',
    'line.sku',
    'line.name',
    'line.category',
    'line.quantity',
    'line.unit_price',
    'line.discount',
    'line.amount',
  ],
  events: ['event.name', 'event.time', 'event.message_id', 'org'],
} as const satisfies Record<ImportKind, readonly string[]>;

/**
 * What becomes of one column. `target` is one of `importTargets`, or `identifier.<kind>`, `trait.<name>`,
 * `property.<name>` (events), `consent.<purpose>.<channel>` (people).
 */
export const ColumnUse = Type.Object({
  column: Type.String({ minLength: 1, maxLength: 256 }),
  target: Type.String({
    pattern:
      '^(time|org|(order|line|event)\\.[a-z_]+|identifier\\.[a-z_]+|(trait|property)\\.[A-Za-z_$][A-Za-z0-9_$.-]{0,63}|consent\\.[a-z_]+\\.[a-z_]+)$',
  }),
  /** Traits and properties: how the text is read; `text` when absent. */
  type: Type.Optional(Type.Unsafe<ValueType>(Type.String({ enum: [...valueTypes] }))),
  /** Replaces values before they are read, e.g. `{"已付款": "paid", "是": "granted"}`. Unlisted values stay. */
  values: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** Order of day and month in dates with slashes; found in the file when absent. */
  dateOrder: Type.Optional(
    Type.Unsafe<'ymd' | 'mdy' | 'dmy'>(Type.String({ enum: ['ymd', 'mdy', 'dmy'] })),
  ),
});
export type ColumnUse = Static<typeof ColumnUse>;

/** A value that every row gets, as if a column held it. */
export const ConstantUse = Type.Object({
  target: ColumnUse.properties.target,
  value: Type.String({ maxLength: 256 }),
});
export type ConstantUse = Static<typeof ConstantUse>;

/** A consent that everybody in the file has given, as the operator states with the evidence. */
export const StatedConsent = Type.Object({
  purpose: Type.String({ minLength: 1, maxLength: 64 }),
  channel: Type.String({ minLength: 1, maxLength: 64 }),
  evidence: Type.String({
    minLength: 4,
    maxLength: 1000,
    description: 'Where and how they agreed, e.g. "2026 入会协议第 4 条，门店纸质签名"',
  }),
});
export type StatedConsent = Static<typeof StatedConsent>;

/** How the documents of an order file are told apart. The first rule that fits counts; otherwise it is an order. */
export const DocumentRules = Type.Object({
  /** Numbers that start so are refunds (`C` in Online Retail). */
  refundPrefixes: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 16 }))),
  adjustmentPrefixes: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 16 }))),
  /** A document whose lines all have negative quantities is a refund. */
  negativeIsRefund: Type.Optional(Type.Boolean()),
});
export type DocumentRules = Static<typeof DocumentRules>;

/** Everything needed to turn a file into messages. Reusable as a template. */
export const ImportMapping = Type.Object({
  kind: ImportKindSchema,
  columns: Type.Array(ColumnUse, { minItems: 1, maxItems: 500 }),
  constants: Type.Optional(Type.Array(ConstantUse, { maxItems: 100 })),
  /** IANA zone of times that state no offset. */
  timezone: Type.String({ minLength: 1, maxLength: 64 }),
  /** Currency of rows that state none. */
  currency: Type.Optional(Currency),
  documents: Type.Optional(DocumentRules),
  consents: Type.Optional(Type.Array(StatedConsent, { maxItems: 50 })),
});
export type ImportMapping = Static<typeof ImportMapping>;

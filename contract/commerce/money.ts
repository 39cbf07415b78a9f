import { Type } from 'typebox';

/** ISO 4217 code in capitals. */
export const Currency = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'ISO 4217, e.g. CNY',
});

/** A whole number of minor units (分, pence); never a fraction. */
export const Minor = Type.Integer({
  minimum: -9_007_199_254_740_991,
  maximum: 9_007_199_254_740_991,
  description: 'Minor units of the currency: 12.34 CNY is 1234',
});

/** An exact decimal number as text, up to 15 digits before and 9 after the point. */
export const Decimal = Type.String({
  pattern: '^-?\\d{1,15}(\\.\\d{1,9})?$',
  description: 'Decimal number as text, e.g. "0.001"; it may have more places than the currency',
});

/** ISO 8601 with an offset or Z. */
export const Instant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:?\\d{2})$',
  description: 'ISO 8601 with an offset, e.g. 2026-11-22T10:00:00+08:00',
});

/** The number of an object within its source; together they make writing it twice harmless. */
export const DocumentNumber = Type.String({ minLength: 1, maxLength: 128 });

import type { FlatProperties } from './flatten.ts';

/** Properties that every analysis asks for, as typed columns. Money in minor units of `currency`. */
export interface HotColumns {
  readonly revenue: number | null;
  readonly currency: string;
  readonly order_id: string;
  readonly product: string;
  readonly category: string;
  /** Code of the store, to be looked up in the organisation. */
  readonly storeCode: string;
  readonly channel: string;
  readonly campaign: number;
  readonly journey: number;
}

/** Currencies without minor units (ISO 4217) that shops here meet. */
const withoutMinor = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'UGX', 'XAF', 'XOF']);

/**
 * The hot columns of an event, found under the names that Segment's spec and Chinese shops use. `revenue`, `total` and
 * `value` are stated in major units and become minor ones, rounded half away from zero.
 */
export function hotColumns(
  { text, number }: FlatProperties,
  defaults: { readonly channel: string; readonly currency: string },
): HotColumns {
  const first = (...names: readonly string[]): string => {
    for (const name of names) {
      const found = text[name] ?? number[name];
      if (found !== undefined && found !== '') return String(found);
    }
    return '';
  };
  const currency = (text.currency ?? defaults.currency).toUpperCase().slice(0, 3);
  const amount = number.revenue ?? number.total ?? number.value;
  const minor = (major: number) =>
    Math.sign(major) * Math.round(Math.abs(major) * (withoutMinor.has(currency) ? 1 : 100) + 1e-9);
  return {
    revenue: amount === undefined ? null : minor(amount),
    currency,
    order_id: first('order_id', 'orderId'),
    product: first('product_id', 'sku', 'product'),
    category: first('category'),
    storeCode: first('store', 'store_code', 'store_id'),
    channel: first('channel') || defaults.channel,
    campaign: positiveInteger(number.campaign_id),
    journey: positiveInteger(number.journey_id),
  };
}

function positiveInteger(value: number | undefined): number {
  return value !== undefined && Number.isInteger(value) && value > 0 && value < 2 ** 32 ? value : 0;
}

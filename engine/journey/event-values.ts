import type { TemplateVariable } from '@siyu/contract/content';
import { DateTime } from 'luxon';

/** The parts of a triggering event that a message may name. */
export interface TriggerEvent {
  readonly time: Date;
  readonly revenue: number | null;
  readonly currency: string;
  readonly order_id: string;
  readonly product: string;
  readonly category: string;
  readonly storeName: string;
  readonly text: Readonly<Record<string, string>>;
}

/** Values of `event.…` variables; what the event does not have is absent. */
export function eventValues(
  event: TriggerEvent,
  zone: string,
): Readonly<Partial<Record<TemplateVariable, string>>> {
  const values: Partial<Record<TemplateVariable, string>> = {
    'event.product': event.text.product_name || event.product,
    'event.category': event.category,
    'event.order_id': event.order_id,
    'event.amount': event.revenue === null ? '' : amount(event.revenue, event.currency),
    'event.store': event.storeName,
    'event.date': DateTime.fromJSDate(event.time, { zone }).toFormat('yyyy-MM-dd'),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** Minor units as people write them: `499900` CNY → `4,999.00`. */
function amount(minor: number, currency: string): string {
  const isCurrency = /^[A-Z]{3}$/.test(currency);
  const digits = isCurrency
    ? (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
        .maximumFractionDigits ?? 2)
    : 2;
  return new Intl.NumberFormat('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}

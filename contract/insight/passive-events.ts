/**
 * Events that are about a person without being done by the person: what we sent, what carriers and
 * accountants did (a return that the person asks for is an event of its own). Whoever has only these in a window was not active in it.
 */
export const passiveEvents = [
  'message_sent',
  'message_delivered',
  'message_failed',
  'order_shipped',
  'order_delivered',
  'order_cancelled',
  'order_refunded',
  'order_corrected',
  'order_adjusted',
  'product_returned',
  'product_corrected',
  'product_owned',
] as const;

/** Events by which a person leaves the reach of the private domain. */
export const leavingEvents = ['contact_removed', 'message_unsubscribed'] as const;

/** Within how many days after a campaign message an order counts as its conversion. */
export const conversionDays = 7;

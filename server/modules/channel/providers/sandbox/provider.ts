import { channelKindNames } from '@siyu/contract/content';
import type { Provider } from '../provider.ts';

/**
 * Shows what each person would have received and sends nothing. The message itself is put into the inbox by the transaction that
 * settles its delivery, so nothing can be lost or doubled between the two.
 */
export const sandbox: Provider = {
  name: 'sandbox',
  zh: '沙箱',
  en: 'Sandbox',
  sandbox: true,
  channels: channelKindNames,
  fields: [],
  ratePerSecond: 10_000,
  isIdempotent: true,
  concurrency: 500,
  open: () => ({
    send: async ({ key }) => ({ outcome: 'taken', ref: key, isDelivered: true }),
    probe: async () => 'sandbox',
    close: () => undefined,
  }),
};

import type { Delivery } from '@siyu/contract/channel';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../../ui/state-tag.tsx';
import { Nothing } from '../../ui/text.tsx';

/** The furthest thing the recipient did; an unsubscription before everything else. */
export function DeliveryReceipt({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const [name, tone] = delivery.unsubscribedAt
    ? (['unsubscribed', 'bad'] as const)
    : delivery.repliedAt
      ? (['replied', 'good'] as const)
      : delivery.clickedAt
        ? (['clicked', 'good'] as const)
        : delivery.openedAt
          ? (['opened', 'good'] as const)
          : ([null, 'quiet'] as const);
  if (name === null) return <Nothing />;
  return <StateTag tone={tone}>{t(`channel:receipt.${name}`)}</StateTag>;
}

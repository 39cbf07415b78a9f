import type { Cap, Channel, Provider } from '@siyu/contract/channel';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { channelIcon } from '../../ui/channel-mark.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { CountText } from '../../ui/text.tsx';
import styles from './channel-card.module.css';

export interface ChannelCardProps {
  readonly channel: Channel;
  readonly provider: Provider | undefined;
  readonly cap: Cap | undefined;
  readonly onOpen: () => void;
}

/** A channel: who carries its messages, whether they really leave, what waits. */
export function ChannelCard({ channel, provider, cap, onOpen }: ChannelCardProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const spans = (['perDay', 'perWeek'] as const).flatMap((span) => {
    const count = cap?.[span];
    return count === null || count === undefined ? [] : [t(`channel:capWords.${span}`, { count })];
  });
  const capWords = spans.join(t('channel:comma')) || t('channel:policy.unlimited');
  const measured = channel.receipts.map((receipt) => t(`channel:receipt.${receipt}`));
  return (
    <button type="button" className={styles.card} onClick={onOpen}>
      <span className={styles.top}>
        <span className={styles.icon}>{channelIcon(channel.kind)}</span>
        <span className={styles.words}>
          <span className={styles.name}>{nameOf(channel)}</span>
          <span className={styles.provider}>
            {provider?.sandbox ? t('channel:sandboxShort') : provider && nameOf(provider)}
          </span>
        </span>
        <ChannelState channel={channel} provider={provider} />
      </span>
      <span className={styles.figures}>
        <span className={styles.figure}>
          <span className={styles.number}>
            <CountText value={channel.waiting} />
          </span>
          {t('channel:field.waiting')}
        </span>
        <span className={styles.figure}>
          <span className={styles.number}>
            <CountText value={channel.inFlight} />
          </span>
          {t('channel:field.inFlight')}
        </span>
        {!provider?.sandbox && (
          <span className={styles.figure}>
            <span className={styles.number}>
              <CountText value={channel.ratePerSecond} />
            </span>
            {t('channel:field.rate')}
          </span>
        )}
      </span>
      <span className={styles.foot}>
        {t('channel:policy.caps')}
        {t('channel:colon')}
        {capWords}
        <br />
        {t('channel:measures', { receipts: measured.join(t('channel:comma')) })}
      </span>
    </button>
  );
}

/** Stopped, a rehearsal in the sandbox, only for the white list, or live. */
function ChannelState({ channel, provider }: Pick<ChannelCardProps, 'channel' | 'provider'>) {
  const { t } = useTranslation();
  if (channel.stopped) return <StateTag tone="bad">{t('channel:state.stopped')}</StateTag>;
  if (provider?.sandbox) return <StateTag tone="quiet">{t('channel:state.sandbox')}</StateTag>;
  return channel.mode === 'live' ? (
    <StateTag tone="good">{t('channel:state.live')}</StateTag>
  ) : (
    <StateTag tone="wait">{t('channel:state.test')}</StateTag>
  );
}

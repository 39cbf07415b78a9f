import type { InboxEntry } from '@siyu/contract/channel';
import { useTranslation } from 'react-i18next';
import { channelIcon } from '../../ui/channel-mark.tsx';
import { TimeText } from '../../ui/text.tsx';
import styles from './inbox.module.css';

export interface InboxItemProps {
  readonly entry: InboxEntry;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** A message in the list: to whom, its beginning, what became of it. */
export function InboxItem({ entry, isOpen, onOpen }: InboxItemProps) {
  const { t } = useTranslation();
  const done = entry.unsubscribedAt
    ? 'unsubscribed'
    : entry.clickedAt
      ? 'clicked'
      : entry.openedAt
        ? 'opened'
        : null;
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={isOpen ? 'true' : undefined}
        onClick={onOpen}
      >
        <span className={styles.icon}>{channelIcon(entry.channel)}</span>
        <span className={styles.words}>
          <span className={styles.line}>
            <span className={styles.name}>{entry.person?.name ?? entry.address}</span>
            <span className={styles.time}>
              <TimeText at={entry.receivedAt} />
            </span>
          </span>
          <span className={styles.excerpt}>
            {entry.subject ? `${entry.subject} · ` : ''}
            {entry.excerpt}
          </span>
          <span className={styles.line}>
            <span className={styles.campaign}>{entry.campaign?.name}</span>
            {done && <span className={styles.done}>{t(`channel:receipt.${done}`)}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}

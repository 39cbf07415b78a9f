import type { MetricCode } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { Stack } from '../../ui/layout.tsx';
import type { BoardProps } from './board.tsx';
import { Contacts } from './contacts.tsx';
import styles from './insight.module.css';
import { MetricCard } from './metric-card.tsx';

const mine: readonly MetricCode[] = ['pool', 'new_people', 'private_gmv', 'repurchase_rate'];

/** A guide's page, made for a phone: whom to get in touch with today, then how the store does. */
export function GuideHome({ board, window, onExplain }: BoardProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.guide}>
      <Stack>
        <h2 className={styles.groupTitle}>{t('insight:contacts.title')}</h2>
        <Contacts groups={board.contacts} />
        <h2 className={styles.groupTitle}>{t('insight:guide.store')}</h2>
        <div className={styles.cards}>
          {mine.map((code) => (
            <MetricCard
              key={code}
              code={code}
              metric={board.metrics.find((each) => each.code === code)}
              window={window}
              currency={board.currency}
              onExplain={onExplain}
            />
          ))}
        </div>
      </Stack>
    </div>
  );
}

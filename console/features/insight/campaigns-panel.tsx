import type { Overview } from '@siyu/contract/insight';
import { campaignStates } from '@siyu/contract/journey';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { Go } from '../../ui/go.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CountText, TimeText } from '../../ui/text.tsx';
import styles from './insight.module.css';

/** Campaigns that run or are planned. */
export function CampaignsPanel({ campaigns }: { readonly campaigns: Overview['campaigns'] }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  if (!may('campaigns.read')) return null;
  return (
    <Panel
      title={t('insight:campaigns.title')}
      flush
      extra={<Go to="/campaigns">{t('insight:campaigns.all')}</Go>}
    >
      {campaigns.length === 0 ? (
        <div className={styles.allWell}>
          {t('insight:campaigns.none')}
          {may('campaigns.edit') && <Go to="/campaigns/new">{t('insight:campaigns.make')}</Go>}
        </div>
      ) : (
        <ul className={styles.notices}>
          {campaigns.map(({ id, name, state, sent, nextRunAt }) => (
            <li key={id}>
              <Go to={`/campaigns/${id}`} className={styles.campaign ?? ''}>
                <span className={styles.campaignName}>{name}</span>
                <span className={styles.noteWords}>
                  {nameOf(campaignStates[state as keyof typeof campaignStates])}
                  {nextRunAt && (
                    <>
                      {' · '}
                      <TimeText at={nextRunAt} />
                    </>
                  )}
                  {' · '}
                  {t('insight:campaigns.sent')} <CountText value={sent} />
                </span>
              </Go>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

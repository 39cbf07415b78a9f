import { readImportReach, skipReasons } from '@siyu/contract/channel';
import { channelKinds } from '@siyu/contract/content';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { formatCount } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { Meter } from '../../ui/meter.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { CountText } from '../../ui/text.tsx';
import styles from './wizard.module.css';

/** Whom an import has made reachable per channel, and why the rest are not. */
export function ImportReach({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = useNameOf();
  const reach = useQuery(readOf(readImportReach, { params: { import: id } }));
  return (
    <Panel title={t('import:reach.title')} about={t('import:reach.about')}>
      <QueryView query={reach}>
        {({ people, newPeople, channels }) => (
          <>
            <p className={styles.reached}>
              {t('import:reach.people')} <b>{<CountText value={people} />}</b>
              {' · '}
              {t('import:reach.new')} <b>{<CountText value={newPeople} />}</b>
            </p>
            {channels.map(({ channel, reachable, reasons }) => (
              <div key={channel}>
                <Meter label={nameOf(channelKinds[channel])} value={reachable} of={people} />
                {reasons.length > 0 && (
                  <p className={styles.reasons}>
                    {reasons
                      .map(
                        ({ reason, people: left }) =>
                          `${nameOf(skipReasons[reason])} ${formatCount(left, locale)}`,
                      )
                      .join(' · ')}
                  </p>
                )}
              </div>
            ))}
          </>
        )}
      </QueryView>
    </Panel>
  );
}

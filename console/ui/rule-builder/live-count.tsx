import { previewRule, type Rule } from '@siyu/contract/segment';
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askOf, newKey, ProblemError } from '../../kit/api/index.ts';
import { formatRatio } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { useDebounced } from '../../kit/use-debounced.ts';
import { Meter } from '../meter.tsx';
import { Panel } from '../panel.tsx';
import { PeopleNumber } from '../people/index.ts';
import { CountText } from '../text.tsx';
import { isCountable } from './edit-rule.ts';
import styles from './live-count.module.css';

/** How many a rule means while it is edited, how many of them can be reached, and the rule as a sentence. */
export function LiveCount({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = useNameOf();
  const [preview] = useState(() => newKey());
  const settled = useDebounced(rule, 400);
  const count = useQuery({
    ...askOf(previewRule, { body: { rule: settled, preview } }),
    enabled: isCountable(settled),
    retry: false,
  });
  const busy = count.isFetching || settled !== rule;
  const { data } = count;
  return (
    <div className={styles.sticky}>
      <Panel
        title={t('rule:live.title')}
        extra={busy && isCountable(rule) && <Spin size="small" />}
      >
        {!isCountable(rule) ? (
          <p className={styles.hint}>{t('rule:live.hint')}</p>
        ) : count.isError ? (
          <p className={styles.bad}>
            {count.error instanceof ProblemError
              ? `${count.error.problem.title} ${count.error.problem.mend}`
              : String(count.error)}
          </p>
        ) : (
          <div className={styles.body} data-stale={busy || undefined}>
            <div className={styles.number}>
              <PeopleNumber
                title={data ? nameOf(data.sentence) : ''}
                count={data?.count.known}
                of={{ rule: settled }}
              />
            </div>
            {data && (
              <>
                <div className={styles.hint}>
                  {t('rule:live.share', {
                    share: formatRatio(
                      data.everybody.known === 0 ? null : data.count.known / data.everybody.known,
                      locale,
                    ),
                  })}
                  {data.count.anonymous > 0 && (
                    <>
                      {' · '}
                      {t('rule:live.anonymous')} <CountText value={data.count.anonymous} />
                    </>
                  )}
                </div>
                <h3 className={styles.head}>{t('rule:live.reachable')}</h3>
                {data.reachable.map(({ channel, people }) => (
                  <Meter
                    key={channel}
                    label={t(`people:channel.${channel}`)}
                    value={people}
                    of={data.count.known}
                  />
                ))}
                <h3 className={styles.head}>{t('rule:live.sentence')}</h3>
                <p className={styles.sentence}>{nameOf(data.sentence)}</p>
              </>
            )}
          </div>
        )}
      </Panel>
    </div>
  );
}

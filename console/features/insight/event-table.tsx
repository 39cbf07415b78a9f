import type { EventAnswer, EventQuestion } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { formatRatio } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { Sparkline } from '../../ui/chart/sparkline.tsx';
import { useOpenPeople } from '../../ui/people/people-context.ts';
import { peopleOf, useSeriesWords } from './event-series.ts';
import styles from './insight.module.css';

interface Props {
  readonly question: EventQuestion;
  readonly answer: EventAnswer;
}

/** The answer in numbers: the whole stretch, its share and change, by group. */
export function EventTable({ question, answer }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const open = useOpenPeople();
  const words = useSeriesWords(question, answer.currency);
  const isCompared = answer.groups.some(({ previous }) => previous !== null);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('insight:events.what')}</th>
            <th className={styles.right}>{t('insight:events.total')}</th>
            {isCompared && <th className={styles.right}>{t('insight:events.previous')}</th>}
            {isCompared && <th className={styles.right}>{t('insight:events.change')}</th>}
            <th className={styles.wide}>{t('insight:events.trend')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.groups.map((group) => {
            const name = words.groupName(group);
            const before = group.previous?.total ?? 0;
            const change = before === 0 ? null : (group.total - before) / Math.abs(before);
            return (
              <tr key={`${group.series} ${group.rest} ${group.key}`}>
                <td>{name}</td>
                <td className={styles.right}>
                  <button
                    type="button"
                    className={styles.cellNumber}
                    disabled={group.total === 0}
                    onClick={() => open({ title: name, of: peopleOf(question, group) })}
                  >
                    {words.write(group.series, group.total)}
                  </button>
                </td>
                {isCompared && (
                  <td className={styles.right}>{words.write(group.series, before)}</td>
                )}
                {isCompared && (
                  <td className={styles.right}>
                    {change === null
                      ? '—'
                      : `${change > 0 ? '+' : ''}${formatRatio(change, locale)}`}
                  </td>
                )}
                <td className={styles.wide}>
                  <Sparkline values={group.values} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

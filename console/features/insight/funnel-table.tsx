import type { FunnelAnswer, FunnelQuestion } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { formatExact, formatRatio } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { useOpenPeople } from '../../ui/people/people-context.ts';
import { useGroupLabel } from './group-label.ts';
import styles from './insight.module.css';

interface Props {
  readonly question: FunnelQuestion;
  readonly answer: FunnelAnswer;
}

/** The funnel of each group; every number opens its people. */
export function FunnelTable({ question, answer }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const names = useNames();
  const open = useOpenPeople();
  const labelOf = useGroupLabel(question.breakdown);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('insight:question.breakdown')}</th>
            {question.steps.map(({ events }, index) => (
              <th key={events.join() + String(index)} className={styles.right}>
                {index + 1} {events.map(names.event).join(' / ')}
              </th>
            ))}
            <th className={styles.right}>{t('insight:funnel.overall')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.groups.map((group) => {
            const name = group.all ? t('insight:group.all') : labelOf(group);
            const [first = 0] = group.reached;
            const last = group.reached.at(-1) ?? 0;
            const of = group.all ? {} : group.rest ? { rest: true } : { group: group.key };
            return (
              <tr key={`${group.all} ${group.rest} ${group.key}`} data-all={group.all}>
                <td>{name}</td>
                {group.reached.map((people, index) => (
                  <td
                    key={question.steps[index]?.events.join() ?? String(index)}
                    className={styles.right}
                  >
                    <button
                      type="button"
                      className={styles.cellNumber}
                      disabled={people === 0}
                      onClick={() =>
                        open({
                          title: `${name} · ${index + 1}`,
                          of: {
                            question: {
                              behind: 'funnel',
                              question,
                              step: index + 1,
                              lost: false,
                              ...of,
                            },
                          },
                        })
                      }
                    >
                      {formatExact(people, locale)}
                    </button>
                  </td>
                ))}
                <td className={styles.right}>
                  {formatRatio(first === 0 ? null : last / first, locale)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

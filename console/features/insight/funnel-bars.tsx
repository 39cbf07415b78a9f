import type { FunnelAnswer, FunnelQuestion } from '@siyu/contract/insight';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRatio } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { useOpenPeople } from '../../ui/people/people-context.ts';
import { EmptyState } from '../../ui/states.tsx';
import { CountText } from '../../ui/text.tsx';
import styles from './insight.module.css';

interface Props {
  readonly question: FunnelQuestion;
  readonly answer: FunnelAnswer;
}

/** A bar per step with who got there and who was lost; both open their people. */
export function FunnelBars({ question, answer }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const names = useNames();
  const open = useOpenPeople();
  const reached = answer.groups.find(({ all }) => all)?.reached ?? [];
  const [first = 0] = reached;
  if (first === 0) {
    return <EmptyState title={t('insight:funnel.none')} about={t('insight:funnel.noneAbout')} />;
  }
  const nameOf = (index: number) =>
    (question.steps[index]?.events ?? []).map(names.event).join(' / ');
  const show = (step: number, lost: boolean) =>
    open({
      title: t(lost ? 'insight:funnel.lostAfter' : 'insight:funnel.reached', {
        name: nameOf(step - 1),
      }),
      of: { question: { behind: 'funnel', question, step, lost } },
    });
  return (
    <div className={styles.funnelScroll}>
      <ol className={styles.funnel}>
        {reached.map((people, index) => {
          const before = reached[index - 1];
          const lost = people - (reached[index + 1] ?? people);
          return (
            <li key={nameOf(index) + String(index)} className={styles.funnelStep}>
              <div className={styles.funnelName}>
                <span className={styles.stepMark}>{index + 1}</span> {nameOf(index)}
              </div>
              <button
                type="button"
                className={styles.funnelTrack}
                aria-label={t('insight:openPeople', { name: nameOf(index) })}
                onClick={() => show(index + 1, false)}
              >
                <span
                  className={styles.funnelFill}
                  style={{ '--share': `${Math.max((people / first) * 100, 1)}%` } as CSSProperties}
                />
              </button>
              <div className={styles.funnelCount}>
                <CountText value={people} /> <small>{t('insight:unit.people')}</small>
              </div>
              <div className={styles.noteWords}>
                {before === undefined
                  ? t('insight:funnel.entered')
                  : t('insight:funnel.fromBefore', {
                      share: formatRatio(before === 0 ? null : people / before, locale),
                    })}
              </div>
              {index > 0 && (
                <div className={styles.noteWords}>
                  {t('insight:funnel.fromStart', { share: formatRatio(people / first, locale) })}
                </div>
              )}
              {lost > 0 && (
                <button type="button" className={styles.lost} onClick={() => show(index + 1, true)}>
                  ↓ {t('insight:funnel.lost', { count: lost })}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { CountText } from '../text.tsx';
import styles from './people.module.css';
import { type PeopleOf, useOpenPeople } from './people-context.ts';

export interface PeopleNumberProps {
  readonly count: number | null | undefined;
  /** What these people are called, as the drawer's title. */
  readonly title: string;
  /** Whom the number means; without it the number opens nothing. */
  readonly of?: PeopleOf | undefined;
}

/** A count of people that opens the people behind it. */
export function PeopleNumber({ count, title, of }: PeopleNumberProps) {
  const { t } = useTranslation();
  const open = useOpenPeople();
  if (of === undefined || !count) return <CountText value={count} />;
  return (
    <button
      type="button"
      className={styles.number}
      aria-label={t('people:behind.open', { title, count })}
      onClick={() => open({ title, of })}
    >
      <CountText value={count} />
    </button>
  );
}

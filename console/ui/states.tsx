import { InboxOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../kit/api/index.ts';
import styles from './states.module.css';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What this is for. */
  readonly about: string;
  /** The first step. */
  readonly step?: ReactNode;
}

/** What an empty screen says: what it is for, and the first step. */
export function EmptyState({ icon, title, about, step }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <div className={styles.mark}>{icon ?? <InboxOutlined />}</div>
      <div className={styles.title}>{title}</div>
      <p className={styles.about}>{about}</p>
      {step && <div className={styles.step}>{step}</div>}
    </div>
  );
}

/** What went wrong and how to mend it, with a way to try again. */
export function ErrorState({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry?: () => void;
}) {
  const { t } = useTranslation();
  const problem = error instanceof ProblemError ? error.problem : null;
  return (
    <div className={styles.state} role="alert" data-state="error">
      <div className={`${styles.mark} ${styles.bad}`}>
        <WarningOutlined />
      </div>
      <div className={styles.title}>{problem?.title ?? t('app:problem.unexpected')}</div>
      <p className={styles.about}>{problem?.mend ?? String(error)}</p>
      {retry && (
        <div className={styles.step}>
          <Button onClick={retry}>{t('app:action.retry')}</Button>
        </div>
      )}
    </div>
  );
}

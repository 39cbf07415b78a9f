import { ArrowLeftOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page-header.module.css';

export interface PageHeaderProps {
  readonly title: string;
  /** One sentence: what this screen is for. */
  readonly about?: ReactNode;
  /** Where this screen hangs: a path and its name. */
  readonly back?: { readonly to: string; readonly label: string };
  /** State of the thing shown, beside its name. */
  readonly badge?: ReactNode;
  /** Secondary actions first, the one primary action last. */
  readonly actions?: ReactNode;
}

/** The head of every screen: name, what it is for, one primary action. */
export function PageHeader({ title, about, back, badge, actions }: PageHeaderProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app:brand')}`;
  }, [title, t]);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {back && (
          <Link to={back.to} className={styles.back}>
            <ArrowLeftOutlined /> {back.label}
          </Link>
        )}
        <div className={styles.line}>
          <h1 className={styles.title}>{title}</h1>
          {badge}
        </div>
        {about && <p className={styles.about}>{about}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

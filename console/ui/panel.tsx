import type { ReactNode } from 'react';
import styles from './panel.module.css';

export interface PanelProps {
  readonly title?: ReactNode;
  readonly about?: ReactNode;
  readonly extra?: ReactNode;
  /** No padding round the content: for tables and lists that reach the edge. */
  readonly flush?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A quiet card: one subject with its name. */
export function Panel({ title, about, extra, flush = false, className, children }: PanelProps) {
  return (
    <section className={`${styles.panel} ${className ?? ''}`}>
      {(title || extra) && (
        <div className={styles.head}>
          <div>
            {title && <h2 className={styles.title}>{title}</h2>}
            {about && <p className={styles.about}>{about}</p>}
          </div>
          {extra}
        </div>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}

import type { CSSProperties, ReactNode } from 'react';
import styles from './layout.module.css';

/** Things under each other, 16 px apart unless told. */
export function Stack({
  gap = 16,
  children,
}: {
  readonly gap?: number;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.stack} style={{ gap }}>
      {children}
    </div>
  );
}

/** As many equal columns of at least `least` pixels as fit. */
export function Grid({
  least = 220,
  children,
}: {
  readonly least?: number;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.grid} style={{ '--least': `${least}px` } as CSSProperties}>
      {children}
    </div>
  );
}

/** A main column and one beside it; under each other below 1024 px. */
export function Split({
  aside = 360,
  children,
}: {
  readonly aside?: number;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.split} style={{ '--aside': `${aside}px` } as CSSProperties}>
      {children}
    </div>
  );
}

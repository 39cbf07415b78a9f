import type { ReactNode } from 'react';
import { formatRatio } from '../kit/format/index.ts';
import { useLocale } from '../kit/language/index.ts';
import styles from './meter.module.css';
import { CountText } from './text.tsx';

export interface MeterProps {
  readonly label: ReactNode;
  readonly value: number;
  /** The whole; 0 draws an empty bar. */
  readonly of: number;
  /** Replaces the written number, e.g. by one that opens people. */
  readonly children?: ReactNode;
}

/** A part of a whole as a bar with its number and share. */
export function Meter({ label, value, of, children }: MeterProps) {
  const locale = useLocale();
  const ratio = of === 0 ? 0 : Math.min(1, value / of);
  return (
    <div className={styles.meter}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>
        {children ?? <CountText value={value} />}
        <span className={styles.share}>{formatRatio(of === 0 ? null : value / of, locale)}</span>
      </span>
      <span className={styles.track}>
        <span className={styles.fill} style={{ width: `${ratio * 100}%` }} />
      </span>
    </div>
  );
}

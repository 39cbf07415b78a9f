import { type ReactNode, useId } from 'react';
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
  const id = useId();
  return (
    <div className={styles.meter}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <span className={styles.value}>
        {children ?? <CountText value={value} />}
        <span className={styles.share}>{formatRatio(of === 0 ? null : value / of, locale)}</span>
      </span>
      <meter aria-labelledby={id} className={styles.track} value={value} max={of || 1} />
    </div>
  );
}

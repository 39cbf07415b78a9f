import { InfoCircleOutlined } from '@ant-design/icons';
import { Skeleton, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { formatRatio } from '../kit/format/index.ts';
import { useLocale } from '../kit/language/index.ts';
import { Sparkline } from './chart/sparkline.tsx';
import styles from './stat-card.module.css';

export interface StatCardProps {
  readonly label: string;
  /** undefined while it is on its way. */
  readonly value: ReactNode | undefined;
  /** How the figure is made, on hover. */
  readonly about?: string | undefined;
  readonly note?: ReactNode;
  /** Change against the period before, as a ratio: 0.12 = up 12 %. */
  readonly change?: number | null | undefined;
  readonly trend?: readonly number[] | undefined;
}

/** One figure with its name, its change and how it moved. */
export function StatCard({ label, value, about, note, change, trend }: StatCardProps) {
  const locale = useLocale();
  return (
    <figure className={styles.card} aria-label={label}>
      <div className={styles.label}>
        {label}
        {about && (
          <Tooltip title={about}>
            <InfoCircleOutlined style={{ fontSize: 12 }} />
          </Tooltip>
        )}
      </div>
      <div className={styles.row}>
        <div className={styles.value}>
          {value === undefined ? <Skeleton.Input active size="small" /> : value}
        </div>
        {trend && <Sparkline values={trend} />}
      </div>
      <div className={styles.note}>
        {change !== null && change !== undefined && (
          <span className={change >= 0 ? styles.up : styles.down}>
            {change >= 0 ? '↑' : '↓'} {formatRatio(Math.abs(change), locale)}{' '}
          </span>
        )}
        {note}
      </div>
    </figure>
  );
}

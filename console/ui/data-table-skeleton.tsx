import { Skeleton } from 'antd';
import styles from './data-table.module.css';

const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** The shape of a list before its rows are there. */
export function DataTableSkeleton({ columns }: { readonly columns: number }) {
  const cells = Array.from({ length: Math.max(2, Math.min(columns, 6)) }, (_, index) => index);
  return (
    <div className={styles.skeleton} aria-busy="true">
      {rows.map((row) => (
        <div
          key={row}
          className={styles.bone}
          style={{ gridTemplateColumns: `2fr repeat(${cells.length - 1}, 1fr)` }}
        >
          {cells.map((cell) => (
            <Skeleton.Input
              key={cell}
              active
              size="small"
              block
              style={{ height: 16, minWidth: 0 }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

import { Skeleton } from 'antd';
import { Stack } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './insight.module.css';

const cards = ['pool', 'reachable', 'new', 'active'];

/** The board's shape while its numbers are on their way. */
export function BoardSkeleton() {
  return (
    <Stack>
      <Panel>
        <Skeleton active title={{ width: 160 }} paragraph={{ rows: 7 }} />
      </Panel>
      <div className={styles.cards}>
        {cards.map((card) => (
          <div key={card} className={styles.card}>
            <Skeleton active title={{ width: 80 }} paragraph={{ rows: 2 }} />
          </div>
        ))}
      </div>
    </Stack>
  );
}

import type { InsightWindow, MetricCode, Overview } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { Split, Stack } from '../../ui/layout.tsx';
import { CampaignsPanel } from './campaigns-panel.tsx';
import { Contacts } from './contacts.tsx';
import { FirstSteps } from './first-steps.tsx';
import styles from './insight.module.css';
import { MessagePanel } from './message-panel.tsx';
import { MetricCard } from './metric-card.tsx';
import { Alerts, Todos } from './notices.tsx';
import { ReachPanel } from './reach-panel.tsx';
import { TradePanel } from './trade-panel.tsx';

const pool: readonly MetricCode[] = ['pool', 'reachable', 'net_new', 'active'];
const trade: readonly MetricCode[] = ['orders', 'average_order', 'repurchase_rate', 'first_buyers'];
const more: readonly MetricCode[] = ['buyers', 'refund_rate', 'new_people', 'left_people'];

export interface BoardProps {
  readonly board: Overview;
  readonly window: InsightWindow;
  readonly onExplain: (code: MetricCode) => void;
}

/** The home of head office and of a store: pool, trade, reach, and what needs a hand. */
export function Board({ board, window, onExplain }: BoardProps) {
  const { t } = useTranslation();
  const isEmpty = board.metrics.every(({ code, value }) => code !== 'pool' || value === 0);
  if (isEmpty && board.dataAsOf.at === null) return <FirstSteps todos={board.todos} />;
  const cards = (codes: readonly MetricCode[]) => (
    <div className={styles.cards}>
      {codes.map((code) => (
        <MetricCard
          key={code}
          code={code}
          metric={board.metrics.find((each) => each.code === code)}
          window={window}
          currency={board.currency}
          onExplain={onExplain}
        />
      ))}
    </div>
  );
  return (
    <Stack>
      {board.home === 'store' && (
        <section>
          <h2 className={styles.groupTitle}>{t('insight:contacts.title')}</h2>
          <Contacts groups={board.contacts} />
        </section>
      )}
      <Split aside={340}>
        <TradePanel board={board} onExplain={onExplain} />
        <Stack>
          <Todos todos={board.todos} />
          <Alerts alerts={board.alerts} />
          <CampaignsPanel campaigns={board.campaigns} />
        </Stack>
      </Split>
      {cards(pool)}
      {cards(trade)}
      <div className={styles.halves}>
        <ReachPanel board={board} window={window} />
        <MessagePanel board={board} window={window} onExplain={onExplain} />
      </div>
      {cards(more)}
    </Stack>
  );
}

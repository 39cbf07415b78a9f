import { type InsightWindow, insightRoutes, type MetricCode } from '@siyu/contract/insight';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay, useMe } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { useNow } from '../../kit/use-now.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Board } from './board.tsx';
import { BoardSkeleton } from './board-skeleton.tsx';
import { DataAsOf } from './data-as-of.tsx';
import { GuideHome } from './guide-home.tsx';
import { MetricDrawer } from './metric-drawer.tsx';

const lengths = [7, 30, 90];
const refreshMs = 60_000;

/** The home of whoever is logged in: head office, store or guide. */
export function OverviewPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { user } = useMe();
  if (!may('insight.read')) {
    return <PageHeader title={t('insight:hello.day', { name: user.name })} />;
  }
  return <Home />;
}

function Home() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { user } = useMe();
  const now = useNow();
  const [filters, change] = useFilters();
  const [explained, setExplained] = useState<MetricCode>();
  const days = lengths.find((length) => String(length) === filters.days) ?? 30;
  const currency = filters.currency ? { currency: filters.currency } : {};
  const query = useQuery({
    ...readOf(insightRoutes.readOverview, { query: { days, ...currency } }),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
  const board = query.data;
  const window: InsightWindow = { kind: 'last', days };
  return (
    <>
      <PageHeader
        title={t(`insight:hello.${partOfDay(now)}`, { name: user.name })}
        about={
          board && (
            <>
              {nameOf(board.org)} · {t('insight:window.last', { days })} ·{' '}
              <DataAsOf at={board.dataAsOf.at} />
            </>
          )
        }
        actions={
          user.role !== 'guide' && (
            <>
              {board && board.currencies.length > 1 && (
                <Select
                  aria-label={t('insight:currency')}
                  value={board.currency}
                  options={board.currencies.map((value) => ({ value, label: value }))}
                  onChange={(value: string) => change({ currency: value })}
                />
              )}
              <Segmented
                aria-label={t('insight:window.label')}
                value={days}
                options={lengths.map((value) => ({
                  value,
                  label: t('insight:window.days', { days: value }),
                }))}
                onChange={(value) => change({ days: String(value) })}
              />
            </>
          )
        }
      />
      <QueryView query={query} skeleton={<BoardSkeleton />}>
        {(data) =>
          data.home === 'guide' ? (
            <GuideHome board={data} window={window} onExplain={setExplained} />
          ) : (
            <Board board={data} window={window} onExplain={setExplained} />
          )
        }
      </QueryView>
      <MetricDrawer code={explained} onClose={() => setExplained(undefined)} />
    </>
  );
}

function partOfDay(now: Date): 'morning' | 'day' | 'evening' {
  const hour = now.getHours();
  if (hour < 11) return 'morning';
  return hour < 18 ? 'day' : 'evening';
}

import {
  CheckOutlined,
  EyeOutlined,
  MessageOutlined,
  ShoppingOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import { liveRoutes } from '@siyu/contract/collect';
import { personRoutes, type TimelineEntry } from '@siyu/contract/profile';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Select, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf, readOf } from '../../kit/api/index.ts';
import { formatDay, formatTime } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { useZone } from '../../kit/zone.ts';
import { PropertyChips } from '../../ui/property-chips.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { MoneyText } from '../../ui/text.tsx';
import styles from './person.module.css';

const icons: Readonly<Record<string, ReactNode>> = {
  order: <ShoppingOutlined />,
  message: <MessageOutlined />,
  person: <UserSwitchOutlined />,
  consent: <CheckOutlined />,
  other: <EyeOutlined />,
};

/** What the person did and what was done, day by day, newest first. */
export function Timeline({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const zone = useZone();
  const nameOf = useNameOf();
  const [filters, change] = useFilters();
  const events = useQuery({ ...readOf(liveRoutes.listEventNames), staleTime: 300_000 });
  const entries = useInfiniteQuery(
    pagesOf(personRoutes.personTimeline, {
      params: { person },
      query: filters.event ? { event: filters.event } : {},
    }),
  );
  const all = entries.data?.pages.flatMap((page) => page.items);
  if (entries.isError && !all) {
    return <ErrorState error={entries.error} retry={() => void entries.refetch()} />;
  }
  const days = Map.groupBy(all ?? [], (entry) => formatDay(new Date(entry.at), locale, zone));
  return (
    <div>
      <Select
        allowClear
        value={filters.event}
        placeholder={t('people:timeline.filter')}
        aria-label={t('people:timeline.filter')}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 200, marginBottom: 8 }}
        options={
          events.data?.events.map((each) => ({ value: each.name, label: nameOf(each) })) ?? []
        }
        onChange={(event?: string) => change({ event })}
      />
      {!all && <Skeleton active paragraph={{ rows: 8 }} />}
      {all?.length === 0 && (
        <EmptyState
          title={t('people:timeline.emptyTitle')}
          about={t('people:timeline.emptyAbout')}
        />
      )}
      {[...days].map(([day, list]) => (
        <section key={day}>
          <h3 className={styles.day}>{day}</h3>
          {[...list.entries()].map(([index, entry]) => (
            <Entry key={`${entry.at}:${entry.kind}:${index}`} entry={entry}>
              {formatTime(new Date(entry.at), locale, zone).slice(-5)}
            </Entry>
          ))}
        </section>
      ))}
      {entries.hasNextPage && (
        <div className={styles.more}>
          <Button loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            {t('people:timeline.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly children: string;
}

function Entry({ entry, children }: EntryProps) {
  const nameOf = useNameOf();
  const names = useNames();
  const kind = kindOf(entry.kind);
  const about = [entry.channel && names.channel(entry.channel), entry.source].filter(Boolean);
  const details = {
    ...(entry.product && !('product_id' in entry.details) ? { product: entry.product } : {}),
    ...(entry.orderId ? { order_id: entry.orderId } : {}),
    ...entry.details,
  };
  return (
    <div className={styles.entry}>
      <span className={styles.clock}>{children}</span>
      <span className={styles.dot} data-kind={kind}>
        {icons[kind]}
      </span>
      <span className={styles.what}>
        <span className={styles.line}>
          <span className={styles.name}>{nameOf(entry)}</span>
          {entry.revenue !== null && (
            <b>
              <MoneyText minor={entry.revenue} currency={entry.currency || 'CNY'} />
            </b>
          )}
          <span className={styles.where}>{about.join(' · ')}</span>
        </span>
        {Object.keys(details).length > 0 && <PropertyChips properties={details} most={4} />}
      </span>
    </div>
  );
}

function kindOf(event: string): string {
  if (/^(order|product_bought|product_returned)/.test(event)) return 'order';
  if (event.startsWith('message_')) return 'message';
  if (event.startsWith('consent')) return 'consent';
  return /merge|split|signed|member/.test(event) ? 'person' : 'other';
}

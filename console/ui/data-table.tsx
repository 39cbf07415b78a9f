import { useNavigate } from '@tanstack/react-router';
import { Button, Table } from 'antd';
import { type Key, type MouseEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../kit/use-narrow.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { type Column, rememberColumns, rememberedColumns } from './columns.ts';
import { DataCards } from './data-cards.tsx';
import styles from './data-table.module.css';
import { DataTableSkeleton } from './data-table-skeleton.tsx';
import { EmptyState, ErrorState } from './states.tsx';

/** What the table needs of a paged query (`useInfiniteQuery(pagesOf(…))`), or of a plain list. */
export interface Rows<Item> {
  readonly data?: { readonly pages: readonly { readonly items: readonly Item[] }[] } | undefined;
  readonly isError: boolean;
  readonly error: unknown;
  readonly hasNextPage?: boolean;
  readonly isFetchingNextPage?: boolean;
  readonly fetchNextPage?: () => unknown;
  readonly refetch?: () => unknown;
}

export interface DataTableProps<Item> {
  /** Under which the choice of columns is remembered. */
  readonly name: string;
  readonly rows: Rows<Item>;
  readonly columns: readonly Column<Item>[];
  readonly rowKey: (item: Item) => Key;
  /** Where a row leads. */
  readonly to?: (item: Item) => string;
  readonly onOpen?: (item: Item) => void;
  /** Filters, left in the bar above. */
  readonly filters?: ReactNode;
  /** Shown when there is nothing at all. */
  readonly empty?: ReactNode;
  /** Stands inside a panel: no frame of its own. */
  readonly bare?: boolean;
  readonly expanded?: (item: Item) => ReactNode;
}

/** A keyset-paged list: sticky head, chosen columns, skeleton, empty and error states; cards on a phone. */
export function DataTable<Item extends object>(props: DataTableProps<Item>) {
  const { name, rows, columns, rowKey, to, filters, empty, bare = false, expanded } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const [shown, setShown] = useState(() => rememberedColumns(name, columns));
  const hasChoice = columns.some((column) => column.optional);
  const visible = hasChoice ? columns.filter((column) => shown.includes(column.key)) : columns;

  const items = rows.data?.pages.flatMap((page) => page.items);
  const open = props.onOpen ?? (to && ((item: Item) => void navigate({ to: to(item) })));
  const body = () => {
    if (items === undefined && rows.isError) {
      return <ErrorState error={rows.error} retry={() => void rows.refetch?.()} />;
    }
    if (items === undefined) return <DataTableSkeleton columns={visible.length} />;
    if (items.length === 0) {
      return empty ?? <EmptyState title={t('app:table.empty')} about={t('app:table.emptyAbout')} />;
    }
    if (narrow) return <DataCards items={items} columns={visible} rowKey={rowKey} open={open} />;
    return (
      <Table<Item>
        dataSource={items}
        rowKey={rowKey}
        pagination={false}
        size="middle"
        sticky={!bare}
        scroll={{ x: 'max-content' }}
        columns={visible.map((column) => ({
          key: column.key,
          title: column.title,
          align: column.align ?? 'left',
          ...(column.width === undefined ? {} : { width: column.width }),
          render: (_: unknown, item: Item) => column.render(item),
        }))}
        {...(expanded ? { expandable: { expandedRowRender: expanded } } : {})}
        {...(open ? { onRow: (item: Item) => ({ onClick: rowClick(() => open(item)) }) } : {})}
      />
    );
  };
  return (
    <div className={`${styles.frame} ${bare ? styles.bare : ''} ${open ? styles.open : ''}`}>
      {(filters || hasChoice) && (
        <div className={styles.bar}>
          {filters}
          <span className={styles.barGrow} />
          {hasChoice && !narrow && (
            <ColumnChooser
              columns={columns}
              shown={shown}
              onChange={(keys) => {
                rememberColumns(name, keys);
                setShown(keys);
              }}
            />
          )}
        </div>
      )}
      {body()}
      {items && items.length > 0 && (rows.hasNextPage || items.length > 20) && (
        <div className={styles.foot}>
          <span>
            {rows.hasNextPage
              ? t('app:table.shown', { count: items.length })
              : t('app:table.all', { count: items.length })}
          </span>
          {rows.hasNextPage && (
            <Button
              size="small"
              loading={rows.isFetchingNextPage ?? false}
              onClick={() => void rows.fetchNextPage?.()}
            >
              {t('app:table.more')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** A click on the row itself, not on a link or button in it, and not the end of selecting text. */
function rowClick(open: () => void): (event: MouseEvent) => void {
  return (event) => {
    const inner = (event.target as Element).closest('a, button, input, label, .ant-dropdown');
    if (inner === null && window.getSelection()?.isCollapsed !== false) open();
  };
}

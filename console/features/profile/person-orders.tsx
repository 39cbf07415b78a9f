import { type DocumentDetail, type DocumentSummary, readDocument } from '@siyu/contract/commerce';
import { personRoutes } from '@siyu/contract/profile';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pagesOf, readOf } from '../../kit/api/index.ts';
import { useNames } from '../../kit/names.ts';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { CountText, MoneyText, Nothing, TimeText } from '../../ui/text.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';

/** What the person bought and gave back, and the products they own. */
export function PersonOrders({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const orders = useInfiniteQuery(pagesOf(personRoutes.personOrders, { params: { person } }));
  const columns: readonly Column<DocumentSummary>[] = [
    {
      key: 'number',
      title: t('people:order.number'),
      phone: 'title',
      render: (each) => <TwoLines top={each.number} below={t(`people:order.kind.${each.kind}`)} />,
    },
    {
      key: 'amount',
      title: t('people:order.amount'),
      align: 'right',
      phone: 'corner',
      render: (each) => <MoneyText minor={each.amount} currency={each.currency} />,
    },
    {
      key: 'status',
      title: t('people:order.status'),
      render: (each) =>
        each.status ? (
          <StateTag tone={each.status === 'cancelled' ? 'quiet' : 'good'}>
            {t(`import:meaning.${each.status}`)}
          </StateTag>
        ) : (
          (each.reason ?? <Nothing />)
        ),
    },
    {
      key: 'channel',
      title: t('people:order.channel'),
      render: (each) => (each.channel ? names.channel(each.channel) : <Nothing />),
    },
    {
      key: 'lines',
      title: t('people:order.lines'),
      align: 'right',
      render: (each) => <CountText value={each.lineCount} />,
    },
    {
      key: 'at',
      title: t('people:order.at'),
      render: (each) => <TimeText at={each.at} as="exact" />,
    },
  ];
  return (
    <Stack>
      <Owned person={person} />
      <DataTable
        name="person-orders"
        rows={orders}
        columns={columns}
        rowKey={(each) => each.id}
        expanded={(each) => <Lines document={each.id} />}
        empty={
          <EmptyState title={t('people:order.emptyTitle')} about={t('people:order.emptyAbout')} />
        }
      />
    </Stack>
  );
}

type Line = DocumentDetail['lines'][number];

function Lines({ document }: { readonly document: string }) {
  const { t } = useTranslation();
  const query = useQuery(readOf(readDocument, { params: { document } }));
  return (
    <QueryView query={query}>
      {(detail) => {
        const columns: readonly Column<Line>[] = [
          {
            key: 'name',
            title: t('people:order.product'),
            phone: 'title',
            render: (line) => <TwoLines top={line.name || line.sku} below={line.category} />,
          },
          {
            key: 'quantity',
            title: t('people:order.quantity'),
            align: 'right',
            render: (line) => line.quantity,
          },
          {
            key: 'price',
            title: t('people:order.price'),
            align: 'right',
            render: (line) => line.unitPrice,
          },
          {
            key: 'amount',
            title: t('people:order.amount'),
            align: 'right',
            render: (line) => <MoneyText minor={line.amount} currency={detail.currency} />,
          },
        ];
        return (
          <DataTable
            bare
            name="order-lines"
            rows={{ data: { pages: [{ items: detail.lines }] }, isError: false, error: null }}
            columns={columns}
            rowKey={(line) => `${line.sku}:${line.quantity}:${line.amount}`}
          />
        );
      }}
    </QueryView>
  );
}

function Owned({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const owned = useQuery(readOf(personRoutes.personProducts, { params: { person } }));
  if (!owned.data || owned.data.items.length === 0) return null;
  return (
    <Panel title={t('people:owned.title')}>
      <Stack gap={12}>
        {owned.data.items.map((product) => (
          <div
            key={product.serial}
            style={{ display: 'flex', justifyContent: 'space-between', gap: 16, flexWrap: 'wrap' }}
          >
            <TwoLines
              top={product.name}
              below={t('people:owned.serial', { serial: product.serial })}
            />
            <span style={{ color: 'var(--ink3)', fontSize: 13 }}>
              {t('people:owned.installed')} <TimeText at={product.installedAt} as="exact" />
              {' · '}
              {t('people:owned.warranty')} <TimeText at={product.warrantyUntil} as="exact" />
            </span>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

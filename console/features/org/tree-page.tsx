import { PlusOutlined } from '@ant-design/icons';
import { changeNode, type OrgNode } from '@siyu/contract/org';
import { Button, Dropdown, Switch, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useNarrow } from '../../kit/use-narrow.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { NodeForm } from './node-form.tsx';
import { grow, type TreeNode, useTree } from './use-tree.ts';

/** The tree of group, brands, dealers, regions and stores. */
export function TreePage() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const narrow = useNarrow();
  const ask = useConfirmDanger();
  const [showClosed, setShowClosed] = useState(false);
  const [editing, setEditing] = useState<{ readonly node: OrgNode } | { readonly below: string }>();
  const tree = useTree(showClosed);
  const change = useWrite(changeNode, { changes: ['org.'], done: t('org:tree.changed') });

  const close = (node: OrgNode) =>
    ask({
      title: t('org:tree.closeTitle', { name: nameOf(node) }),
      consequence: t('org:tree.closeConsequence'),
      act: t('org:tree.close'),
      onConfirm: () => change.mutateAsync({ params: { code: node.code }, body: { closed: true } }),
    });
  const actions = (node: OrgNode) => [
    { key: 'edit', label: t('app:action.edit'), onClick: () => setEditing({ node }) },
    ...(node.kind === 'store' || node.closedAt
      ? []
      : [
          {
            key: 'add',
            label: t('org:tree.addBelow'),
            onClick: () => setEditing({ below: node.code }),
          },
        ]),
    ...(node.parent === null
      ? []
      : node.closedAt
        ? [
            {
              key: 'open',
              label: t('org:tree.reopen'),
              onClick: () =>
                change.mutate({ params: { code: node.code }, body: { closed: false } }),
            },
          ]
        : [{ key: 'close', danger: true, label: t('org:tree.close'), onClick: () => close(node) }]),
  ];
  return (
    <>
      <PageHeader
        title={t('app:nav.tree')}
        about={t('org:tree.about')}
        actions={
          may('org.edit') && (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              disabled={!tree.data}
              onClick={() => setEditing({ below: tree.data?.nodes[0]?.code ?? '' })}
            >
              {t('org:tree.add')}
            </Button>
          )
        }
      />
      <Panel
        flush
        title={t('org:tree.count', { count: tree.data?.nodes.length ?? 0 })}
        extra={
          <span style={{ display: 'flex', gap: 8, color: 'var(--ink3)', fontSize: 13 }}>
            {t('org:tree.showClosed')}
            <Switch
              size="small"
              aria-label={t('org:tree.showClosed')}
              checked={showClosed}
              onChange={setShowClosed}
            />
          </span>
        }
      >
        <QueryView query={tree}>
          {({ nodes }) => (
            <Table<TreeNode>
              dataSource={grow(nodes)}
              rowKey="code"
              pagination={false}
              size="middle"
              scroll={{ x: narrow ? 'max-content' : 760 }}
              expandable={{
                defaultExpandedRowKeys: nodes
                  .filter((node) => node.depth < (nodes.length > 80 ? 2 : 9))
                  .map((node) => node.code),
              }}
              columns={[
                {
                  key: 'name',
                  title: t('org:field.name'),
                  render: (_, node) => (
                    <span style={{ fontWeight: node.depth === 0 ? 600 : 500 }}>{nameOf(node)}</span>
                  ),
                },
                {
                  key: 'kind',
                  title: t('org:field.kind'),
                  render: (_, node) => t(`org:kind.${node.kind}`),
                },
                {
                  key: 'code',
                  title: t('org:field.code'),
                  render: (_, node) => <code>{node.code}</code>,
                },
                {
                  key: 'city',
                  title: t('org:field.city'),
                  render: (_, node) => node.city ?? '—',
                },
                {
                  key: 'state',
                  title: t('org:field.state'),
                  render: (_, node) => (
                    <StateTag tone={node.closedAt ? 'quiet' : 'good'}>
                      {t(node.closedAt ? 'org:tree.closed' : 'org:tree.open')}
                    </StateTag>
                  ),
                },
                ...(may('org.edit')
                  ? [
                      {
                        key: 'actions',
                        width: 64,
                        align: 'right' as const,
                        render: (_: unknown, node: TreeNode) => (
                          <Dropdown trigger={['click']} menu={{ items: actions(node) }}>
                            <Button type="text" size="small" aria-label={t('app:action.more')}>
                              ···
                            </Button>
                          </Dropdown>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </QueryView>
      </Panel>
      <NodeForm target={editing} onClose={() => setEditing(undefined)} />
    </>
  );
}

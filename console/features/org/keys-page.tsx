import { PlusOutlined } from '@ant-design/icons';
import {
  type ApiKey,
  createApiKey,
  listApiKeys,
  type Role,
  revokeApiKey,
  roles,
} from '@siyu/contract/org';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf, useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import type { Column } from '../../ui/columns.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { OrgSelect } from '../../ui/org-select.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useShowSecret } from '../../ui/show-secret.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { TimeText } from '../../ui/text.tsx';

interface Fields {
  readonly name: string;
  readonly role: Role;
  readonly org: string;
}

/** Keys with which other systems call the API. */
export function KeysPage() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const ask = useConfirmDanger();
  const showSecret = useShowSecret();
  const [adding, setAdding] = useState(false);
  const keys = useInfiniteQuery(pagesOf(listApiKeys));
  const create = useWrite(createApiKey, {
    changes: ['org.list_api_keys'],
    onDone: ({ key }) => {
      setAdding(false);
      showSecret({ title: t('org:keys.madeTitle'), about: t('org:keys.madeAbout'), secret: key });
    },
  });
  const revoke = useWrite(revokeApiKey, {
    changes: ['org.list_api_keys'],
    done: t('org:keys.revoked'),
  });
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('org:keys.add')}
    </Button>
  );
  const columns: readonly Column<ApiKey>[] = [
    {
      key: 'name',
      title: t('org:field.keyName'),
      phone: 'title',
      render: (key) => <b style={{ fontWeight: 500 }}>{key.name}</b>,
    },
    { key: 'prefix', title: t('org:field.prefix'), render: (key) => <code>{key.prefix}…</code> },
    { key: 'role', title: t('org:field.role'), render: (key) => t(`app:role.${key.role}`) },
    {
      key: 'org',
      title: t('org:field.scope'),
      render: (key) => nameOf({ nameZh: key.orgNameZh, nameEn: key.orgNameEn }),
    },
    {
      key: 'used',
      title: t('org:field.lastUsed'),
      render: (key) => <TimeText at={key.lastUsedAt} />,
    },
    {
      key: 'created',
      title: t('org:field.created'),
      render: (key) => <TimeText at={key.createdAt} />,
    },
    {
      key: 'state',
      title: t('org:field.state'),
      phone: 'corner',
      render: (key) => (
        <StateTag tone={key.revokedAt ? 'quiet' : 'good'}>
          {t(key.revokedAt ? 'org:keys.ended' : 'org:keys.valid')}
        </StateTag>
      ),
    },
    {
      key: 'act',
      title: '',
      align: 'right',
      render: (key) =>
        !key.revokedAt && (
          <Button
            type="text"
            danger
            size="small"
            onClick={() =>
              ask({
                title: t('org:keys.revokeTitle', { name: key.name }),
                consequence: t('org:keys.revokeConsequence'),
                act: t('org:keys.revoke'),
                onConfirm: () => revoke.mutateAsync({ params: { key: key.id } }),
              })
            }
          >
            {t('org:keys.revoke')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <PageHeader title={t('app:nav.keys')} about={t('org:keys.about')} actions={add} />
      <DataTable
        name="keys"
        rows={keys}
        columns={columns}
        rowKey={(key) => key.id}
        empty={
          <EmptyState
            title={t('org:keys.emptyTitle')}
            about={t('org:keys.emptyAbout')}
            step={add}
          />
        }
      />
      <FormDialog<Fields>
        open={adding}
        title={t('org:keys.add')}
        act={t('org:keys.add')}
        busy={create.isPending}
        initial={{ role: 'analyst' }}
        onSubmit={(body) => create.mutate({ body })}
        onClose={() => setAdding(false)}
      >
        <Form.Item name="name" label={t('org:field.keyName')} rules={[{ required: true }]}>
          <Input placeholder={t('org:keys.nameHint')} />
        </Form.Item>
        <Form.Item name="role" label={t('org:field.role')} rules={[{ required: true }]}>
          <Select options={roles.map((value) => ({ value, label: t(`app:role.${value}`) }))} />
        </Form.Item>
        <Form.Item name="org" label={t('org:field.scope')} rules={[{ required: true }]}>
          <OrgSelect />
        </Form.Item>
      </FormDialog>
    </>
  );
}

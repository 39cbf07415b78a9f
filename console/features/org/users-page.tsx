import { PlusOutlined } from '@ant-design/icons';
import { listUsers, type Role, roles, type User } from '@siyu/contract/org';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useUserColumns } from './user-columns.tsx';
import { UserForm } from './user-form.tsx';

/** Who works here, with what role and in which part of the organisation. */
export function UsersPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters] = useFilters();
  const [editing, setEditing] = useState<User | 'new'>();
  const role = roles.find((each) => each === filters.role);
  const users = useInfiniteQuery(
    pagesOf(listUsers, {
      query: {
        ...(filters.search ? { search: filters.search } : {}),
        ...(role ? { role } : {}),
      },
    }),
  );
  const columns = useUserColumns();
  return (
    <>
      <PageHeader
        title={t('app:nav.users')}
        about={t('org:users.about')}
        actions={
          may('users.edit') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
              {t('org:users.add')}
            </Button>
          )
        }
      />
      <DataTable
        name="users"
        rows={users}
        columns={columns}
        rowKey={(user) => user.id}
        {...(may('users.edit') ? { onOpen: (user: User) => setEditing(user) } : {})}
        filters={
          <FilterBar
            fields={[
              { kind: 'search', name: 'search', label: t('org:users.search') },
              {
                kind: 'choice',
                name: 'role',
                label: t('org:field.role'),
                options: roles.map((value: Role) => ({ value, label: t(`app:role.${value}`) })),
              },
            ]}
          />
        }
      />
      <UserForm target={editing} onClose={() => setEditing(undefined)} />
    </>
  );
}

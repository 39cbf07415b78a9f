import { useTranslation } from 'react-i18next';
import { usePersonTitle } from '../../kit/use-person-title.ts';
import type { Column } from '../columns.ts';
import { PersonBadge } from '../person-badge.tsx';
import { Nothing, TimeText } from '../text.tsx';
import type { Row } from './people-behind.ts';

/** The columns of any list of people, as far as the server has masked them for the role. */
export function usePersonColumns(): readonly Column<Row>[] {
  const { t } = useTranslation();
  const titleOf = usePersonTitle();
  return [
    {
      key: 'title',
      title: t('people:field.person'),
      phone: 'title',
      render: (row) => <PersonBadge name={titleOf(row.title)} />,
    },
    { key: 'phone', title: t('people:field.phone'), render: (row) => row.phone ?? <Nothing /> },
    { key: 'email', title: t('people:field.email'), render: (row) => row.email ?? <Nothing /> },
    { key: 'city', title: t('people:field.city'), render: (row) => row.city ?? <Nothing /> },
    {
      key: 'seen',
      title: t('people:field.lastSeen'),
      render: (row) => <TimeText at={row.lastSeenAt} />,
    },
  ];
}

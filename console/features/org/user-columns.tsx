import type { User } from '@siyu/contract/org';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import type { Column } from '../../ui/columns.ts';
import { PersonBadge } from '../../ui/person-badge.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TimeText } from '../../ui/text.tsx';

export function useUserColumns(): readonly Column<User>[] {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return [
    {
      key: 'name',
      title: t('org:field.person'),
      phone: 'title',
      render: (user) => <PersonBadge name={user.name} detail={user.login} />,
    },
    {
      key: 'role',
      title: t('org:field.role'),
      render: (user) => t(`app:role.${user.role}`),
    },
    {
      key: 'org',
      title: t('org:field.scope'),
      render: (user) => nameOf({ nameZh: user.orgNameZh, nameEn: user.orgNameEn }),
    },
    {
      key: 'login',
      title: t('org:field.lastLogin'),
      render: (user) => <TimeText at={user.lastLoginAt} />,
    },
    {
      key: 'state',
      title: t('org:field.state'),
      phone: 'corner',
      render: (user) => <UserState user={user} />,
    },
  ];
}

function UserState({ user }: { readonly user: User }) {
  const { t } = useTranslation();
  if (user.disabledAt) return <StateTag tone="quiet">{t('org:users.disabled')}</StateTag>;
  if (user.lockedUntil) return <StateTag tone="bad">{t('org:users.locked')}</StateTag>;
  return <StateTag tone="good">{t('org:users.active')}</StateTag>;
}

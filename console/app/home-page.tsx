import { useTranslation } from 'react-i18next';
import { useMe } from '../kit/session/index.ts';
import { PageHeader } from '../ui/page-header.tsx';

export function HomePage() {
  const { t } = useTranslation();
  const { user } = useMe();
  return (
    <PageHeader title={t('app:home.hello', { name: user.name })} about={t('app:home.about')} />
  );
}

import { CompassOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/states.tsx';

/** What an address says that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<CompassOutlined />}
      title={t('app:notFound.title')}
      about={t('app:notFound.about')}
      step={
        <Link to="/">
          <Button type="primary">{t('app:notFound.home')}</Button>
        </Link>
      }
    />
  );
}

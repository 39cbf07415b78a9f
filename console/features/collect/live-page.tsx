import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilters } from '../../kit/use-filters.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { LiveEvents } from './live-events.tsx';
import { Quarantine } from './quarantine.tsx';

/** What is coming in at this moment, and what could not be understood. */
export function LivePage() {
  const { t } = useTranslation();
  const [filters, change] = useFilters();
  return (
    <>
      <PageHeader title={t('app:nav.live')} about={t('collect:live.about')} />
      <Tabs
        activeKey={filters.tab ?? 'live'}
        onChange={(tab) => change({ tab: tab === 'live' ? undefined : tab })}
        destroyOnHidden
        items={[
          { key: 'live', label: t('collect:live.events'), children: <LiveEvents /> },
          { key: 'quarantine', label: t('collect:quarantine.name'), children: <Quarantine /> },
        ]}
      />
    </>
  );
}

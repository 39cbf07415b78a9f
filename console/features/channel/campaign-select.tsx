import { listCampaigns } from '@siyu/contract/journey';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useDebounced } from '../../kit/use-debounced.ts';

export interface CampaignSelectProps {
  readonly value: string | undefined;
  readonly onChange: (campaign: string | undefined) => void;
}

/** Picks a campaign by its name. */
export function CampaignSelect({ value, onChange }: CampaignSelectProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), 300);
  const { data, isFetching } = useQuery({
    ...readOf(listCampaigns, { query: { limit: 50, ...(search ? { search } : {}) } }),
    enabled: may('campaigns.read'),
  });
  if (!may('campaigns.read')) return null;
  return (
    <Select
      allowClear
      value={value}
      loading={isFetching}
      placeholder={t('channel:deliveries.campaign')}
      aria-label={t('channel:field.campaign')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      popupMatchSelectWidth={260}
      style={{ minWidth: 180 }}
      options={data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      onChange={(campaign?: string) => onChange(campaign)}
    />
  );
}

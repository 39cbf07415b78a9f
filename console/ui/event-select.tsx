import { liveRoutes } from '@siyu/contract/collect';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf } from '../kit/api/index.ts';
import { useNameOf } from '../kit/language/index.ts';

export interface EventSelectProps {
  readonly value?: string | undefined;
  readonly onChange: (event: string | undefined) => void;
}

/** Picks an event by its display name. */
export function EventSelect({ value, onChange }: EventSelectProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { data } = useQuery({ ...readOf(liveRoutes.listEventNames), staleTime: 300_000 });
  return (
    <Select
      value={value}
      placeholder={t('rule:event')}
      aria-label={t('rule:event')}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ minWidth: 180, width: 'auto' }}
      options={data?.events.map((each) => ({ value: each.name, label: nameOf(each) })) ?? []}
      onChange={onChange}
    />
  );
}

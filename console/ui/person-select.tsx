import { personRoutes } from '@siyu/contract/profile';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf } from '../kit/api/index.ts';
import { useDebounced } from '../kit/use-debounced.ts';
import { usePersonTitle } from '../kit/use-person-title.ts';

export interface PersonSelectProps {
  readonly value?: string | undefined;
  readonly onChange?: (person: string | undefined) => void;
  readonly placeholder?: string;
}

/** Picks a person by any identifier or name. */
export function PersonSelect({ value, onChange, placeholder }: PersonSelectProps) {
  const { t } = useTranslation();
  const titleOf = usePersonTitle();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), 300);
  const { data, isFetching } = useQuery(
    readOf(personRoutes.listPeople, {
      query: { kind: 'known', limit: 20, ...(search ? { search } : {}) },
    }),
  );
  return (
    <Select
      allowClear
      value={value}
      placeholder={placeholder ?? t('people:select')}
      aria-label={placeholder ?? t('people:select')}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={t('people:nobody')}
      popupMatchSelectWidth={280}
      style={{ minWidth: 200 }}
      options={
        data?.items.map((each) => ({
          value: each.person,
          label: titleOf(each.title),
          detail: [each.phone, each.city].filter(Boolean).join(' · '),
        })) ?? []
      }
      optionRender={({ label, data: option }) => (
        <span style={{ display: 'flex', justifyContent: 'space-between', gap: 16 }}>
          {label}
          <span style={{ color: 'var(--ink3)' }}>{option.detail}</span>
        </span>
      )}
      onChange={(person?: string) => onChange?.(person)}
    />
  );
}

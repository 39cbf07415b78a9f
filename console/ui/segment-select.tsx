import { listSegments } from '@siyu/contract/segment';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '../kit/api/index.ts';
import { formatCount } from '../kit/format/index.ts';
import { useLocale } from '../kit/language/index.ts';
import { useDebounced } from '../kit/use-debounced.ts';

export interface SegmentSelectProps {
  readonly value?: string | undefined;
  readonly onChange?: (segment: string | undefined) => void;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
}

/** Picks an active segment, with how many are in it. */
export function SegmentSelect({ value, onChange, placeholder, allowClear }: SegmentSelectProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), 300);
  const { data, isFetching } = useInfiniteQuery(
    pagesOf(listSegments, {
      query: { state: 'active', limit: 100, ...(search ? { search } : {}) },
    }),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Select
      value={value}
      allowClear={allowClear ?? false}
      placeholder={placeholder ?? t('segment:choose')}
      aria-label={placeholder ?? t('segment:choose')}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      style={{ width: '100%', minWidth: 220 }}
      options={items.map((each) => ({
        value: each.segment,
        label: each.name,
        people: each.count ? formatCount(each.count.known, locale) : '…',
      }))}
      optionRender={({ label, data: option }) => (
        <span style={{ display: 'flex', justifyContent: 'space-between', gap: 24 }}>
          {label}
          <span style={{ color: 'var(--ink3)' }}>{option.people}</span>
        </span>
      )}
      onChange={(segment?: string) => onChange?.(segment)}
    />
  );
}

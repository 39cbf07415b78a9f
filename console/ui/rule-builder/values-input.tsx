import { suggestValues } from '@siyu/contract/segment';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { formatCount } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';

/** A trait, or a property of an event. */
export type Suggest =
  | { readonly trait: string }
  | { readonly event: string; readonly property: string };

export interface ValuesInputProps {
  readonly value: readonly string[];
  readonly suggest: Suggest;
  readonly onChange: (values: string[]) => void;
}

/** Values, proposed by how many people have them; others can be typed. */
export function ValuesInput({ value, suggest, onChange }: ValuesInputProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const names = useNames();
  const key = 'trait' in suggest ? suggest.trait : suggest.property;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const starts = useDeferredValue(typed);
  const { data, isFetching } = useQuery({
    ...readOf(suggestValues, { query: { ...suggest, ...(starts ? { starts } : {}) } }),
    enabled: open,
    staleTime: 60_000,
  });
  return (
    <Select
      mode="tags"
      value={[...value]}
      placeholder={t('rule:values')}
      aria-label={t('rule:values')}
      loading={isFetching}
      tokenSeparators={[',', '，', '\n']}
      popupMatchSelectWidth={false}
      style={{ minWidth: 180, maxWidth: '100%' }}
      options={
        data?.values.map((each) => ({
          value: each.value,
          label: names.value(key, each.value),
          people: formatCount(each.people, locale),
        })) ?? []
      }
      optionRender={({ label, data: option }) => (
        <span style={{ display: 'flex', justifyContent: 'space-between', gap: 24 }}>
          {label}
          <span style={{ color: 'var(--ink3)' }}>{option.people}</span>
        </span>
      )}
      labelRender={({ value: chosen }) => names.value(key, chosen)}
      onOpenChange={setOpen}
      showSearch={{ onSearch: setTyped }}
      onChange={(values: string[]) => onChange(values)}
    />
  );
}

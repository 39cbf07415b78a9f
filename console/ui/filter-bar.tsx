import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilters } from '../kit/use-filters.ts';

export type FilterField =
  | { readonly kind: 'search'; readonly name: string; readonly label: string }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    };

/** Filters of a list, written to the URL as they are chosen; words typed are written after a short pause. */
export function FilterBar({ fields }: { readonly fields: readonly FilterField[] }) {
  const { t } = useTranslation();
  const [filters, change] = useFilters();
  const isFiltered = fields.some(({ name }) => filters[name]);
  return (
    <>
      {fields.map((field) =>
        field.kind === 'search' ? (
          <SearchBox
            key={field.name}
            label={field.label}
            value={filters[field.name] ?? ''}
            onChange={(value) => change({ [field.name]: value })}
          />
        ) : (
          <Select
            key={field.name}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={field.label}
            aria-label={field.label}
            value={filters[field.name]}
            options={[...field.options]}
            popupMatchSelectWidth={false}
            style={{ minWidth: 132 }}
            onChange={(value: string | undefined) => change({ [field.name]: value })}
          />
        ),
      )}
      {isFiltered && (
        <Button
          type="link"
          size="small"
          onClick={() => change(Object.fromEntries(fields.map(({ name }) => [name, undefined])))}
        >
          {t('app:action.reset')}
        </Button>
      )}
    </>
  );
}

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), 300);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      allowClear
      prefix={<SearchOutlined style={{ color: 'var(--ink3)' }} />}
      placeholder={label}
      aria-label={label}
      value={typed}
      style={{ width: 260, maxWidth: '100%' }}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onChange(typed)}
    />
  );
}

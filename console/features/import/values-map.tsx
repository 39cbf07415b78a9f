import { SwapOutlined } from '@ant-design/icons';
import type { ColumnUse } from '@siyu/contract/collect';
import { AutoComplete, Button, Popover, Select } from 'antd';
import { useTranslation } from 'react-i18next';

export interface ValuesMapProps {
  readonly use: ColumnUse;
  readonly samples: readonly string[];
  readonly onChange: (use: ColumnUse) => void;
}

const offers: Readonly<Record<string, readonly string[]>> = {
  status: ['placed', 'paid', 'shipped', 'completed', 'refunded', 'cancelled'],
  consent: ['granted', 'withdrawn'],
};
const dateOrders = ['ymd', 'mdy', 'dmy'] as const;

/** How the values of a column are read: which word stands for which, and the order of day and month. */
export function ValuesMap({ use, samples, onChange }: ValuesMapProps) {
  const { t } = useTranslation();
  const values = use.values ?? {};
  const isTime = use.target.endsWith('time') || use.type === 'time';
  const kind = use.target.startsWith('consent.')
    ? 'consent'
    : use.target === 'order.status'
      ? 'status'
      : undefined;
  const words = [...new Set([...samples, ...Object.keys(values)])];
  const set = (word: string, meaning: string) => {
    const next = { ...values, [word]: meaning };
    if (meaning === '') delete next[word];
    onChange({ ...use, values: next });
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('import:values.title')}
      content={
        <div style={{ display: 'grid', gap: 8, width: 300 }}>
          {words.map((word) => (
            <div
              key={word}
              style={{
                display: 'grid',
                gridTemplateColumns: '1fr 1fr',
                gap: 8,
                alignItems: 'center',
              }}
            >
              <span style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                {word}
              </span>
              <AutoComplete
                value={values[word] ?? ''}
                aria-label={word}
                placeholder={t('import:values.asIs')}
                options={(kind ? (offers[kind] ?? []) : []).map((value) => ({
                  value,
                  label: t(`import:meaning.${value}`),
                }))}
                onChange={(meaning: string) => set(word, meaning)}
              />
            </div>
          ))}
          {isTime && (
            <Select
              allowClear
              value={use.dateOrder}
              aria-label={t('import:values.dateOrder')}
              placeholder={t('import:values.dateOrder')}
              options={dateOrders.map((value) => ({
                value,
                label: t(`import:dateOrder.${value}`),
              }))}
              onChange={(dateOrder?: (typeof dateOrders)[number]) => {
                const { dateOrder: _, ...rest } = use;
                onChange(dateOrder ? { ...rest, dateOrder } : rest);
              }}
            />
          )}
        </div>
      }
    >
      <Button
        type={Object.keys(values).length > 0 ? 'default' : 'text'}
        icon={<SwapOutlined />}
        aria-label={t('import:values.title')}
      />
    </Popover>
  );
}

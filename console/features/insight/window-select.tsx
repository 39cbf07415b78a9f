import type { InsightWindow } from '@siyu/contract/insight';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

const lengths = [7, 30, 90, 180, 365];

interface Props {
  readonly value: InsightWindow;
  readonly onChange: (window: InsightWindow) => void;
}

const keyOf = (window: InsightWindow): string => {
  if (window.kind === 'last') return `last-${window.days}`;
  return window.kind === 'between' ? 'between' : `${window.kind}-${window.unit}`;
};

/** The stretch of time that a question looks at. */
export function WindowSelect({ value, onChange }: Props) {
  const { t } = useTranslation();
  const choices: readonly (readonly [InsightWindow, string])[] = [
    ...lengths.map((days) => [{ kind: 'last', days }, t('insight:window.last', { days })] as const),
    [{ kind: 'this', unit: 'month' }, t('insight:window.thisMonth')],
    [{ kind: 'previous', unit: 'month' }, t('insight:window.previousMonth')],
    [{ kind: 'this', unit: 'year' }, t('insight:window.thisYear')],
  ];
  const between = (): InsightWindow => ({
    kind: 'between',
    from: dayjs().subtract(29, 'day').format('YYYY-MM-DD'),
    to: dayjs().format('YYYY-MM-DD'),
  });
  return (
    <>
      <Select
        value={keyOf(value)}
        aria-label={t('insight:window.label')}
        popupMatchSelectWidth={false}
        options={[
          ...choices.map(([window, label]) => ({ value: keyOf(window), label })),
          { value: 'between', label: t('insight:window.between') },
        ]}
        onChange={(key: string) =>
          onChange(choices.find(([window]) => keyOf(window) === key)?.[0] ?? between())
        }
      />
      {value.kind === 'between' && (
        <DatePicker.RangePicker
          allowClear={false}
          value={[dayjs(value.from), dayjs(value.to)]}
          onChange={(range) => {
            const [from, to] = range ?? [];
            if (from && to) {
              const day = (at: dayjs.Dayjs) => at.format('YYYY-MM-DD');
              onChange({ kind: 'between', from: day(from), to: day(to) });
            }
          }}
        />
      )}
    </>
  );
}

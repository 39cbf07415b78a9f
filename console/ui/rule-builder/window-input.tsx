import { type AnyWindow, calendarUnits, type PastWindow } from '@siyu/contract/segment';
import { DatePicker, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import styles from './rule-builder.module.css';

interface WindowInputProps<Window extends AnyWindow> {
  readonly value: Window;
  /** Spans that lie ahead are offered too. */
  readonly future?: Window extends PastWindow ? false : boolean;
  readonly onChange: (window: Window) => void;
}

const pastKinds = ['last', 'ever', 'between', 'this', 'previous', 'ago', 'last_hours'] as const;

/** A span of time: the last N days, a calendar month, between two days… */
export function WindowInput<Window extends AnyWindow>(props: WindowInputProps<Window>) {
  const { t } = useTranslation();
  const { value, future, onChange } = props;
  const change = (window: AnyWindow) => onChange(window as Window);
  const kinds = future ? [...pastKinds, 'next' as const] : pastKinds;
  const count = (is: number, set: (next: number) => void) => (
    <InputNumber
      min={0}
      value={is}
      aria-label={t('rule:value')}
      style={{ width: 80 }}
      onChange={(next) => set(next ?? 1)}
    />
  );
  return (
    <>
      <Select
        value={value.kind}
        aria-label={t('rule:window.label')}
        options={kinds.map((kind) => ({ value: kind, label: t(`rule:window.${kind}`) }))}
        popupMatchSelectWidth={false}
        onChange={(kind: AnyWindow['kind']) => change(newWindow(kind))}
      />
      {(value.kind === 'last' || value.kind === 'next') && (
        <>
          {count(value.days, (days) => change({ kind: value.kind, days: Math.max(1, days) }))}
          <span className={styles.word}>{t('rule:days')}</span>
        </>
      )}
      {value.kind === 'last_hours' && (
        <>
          {count(value.hours, (hours) => change({ kind: 'last_hours', hours: Math.max(1, hours) }))}
          <span className={styles.word}>{t('rule:hours')}</span>
        </>
      )}
      {value.kind === 'between' && (
        <DatePicker.RangePicker
          allowClear={false}
          value={[dayjs(value.from), dayjs(value.to)]}
          onChange={(range) => {
            const [from, to] = range ?? [];
            if (from && to) {
              change({
                kind: 'between',
                from: from.format('YYYY-MM-DD'),
                to: to.format('YYYY-MM-DD'),
              });
            }
          }}
        />
      )}
      {(value.kind === 'this' || value.kind === 'previous') && (
        <Select
          value={value.unit}
          aria-label={t('rule:window.unit')}
          options={calendarUnits.map((unit) => ({ value: unit, label: t(`rule:unit.${unit}`) }))}
          onChange={(unit: (typeof calendarUnits)[number]) => change({ kind: value.kind, unit })}
        />
      )}
      {value.kind === 'ago' && (
        <>
          {count(value.least, (least) => change({ ...value, least }))}
          <span className={styles.word}>{t('rule:to')}</span>
          {count(value.most ?? value.least, (most) => change({ ...value, most }))}
          <span className={styles.word}>{t('rule:daysAgo')}</span>
        </>
      )}
    </>
  );
}

function newWindow(kind: AnyWindow['kind']): AnyWindow {
  switch (kind) {
    case 'ever':
      return { kind };
    case 'last':
    case 'next':
      return { kind, days: 30 };
    case 'last_hours':
      return { kind, hours: 24 };
    case 'this':
    case 'previous':
      return { kind, unit: 'month' };
    case 'ago':
      return { kind, least: 30, most: 60 };
    case 'between': {
      const today = dayjs();
      return {
        kind,
        from: today.subtract(30, 'day').format('YYYY-MM-DD'),
        to: today.format('YYYY-MM-DD'),
      };
    }
  }
}

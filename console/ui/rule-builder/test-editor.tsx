import type { AnyWindow, TraitTest } from '@siyu/contract/segment';
import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from './money-input.tsx';
import styles from './rule-builder.module.css';
import { type Suggest, ValuesInput } from './values-input.tsx';
import { WindowInput } from './window-input.tsx';

export interface TestEditorProps {
  readonly test: TraitTest;
  readonly ops: readonly TraitTest['op'][];
  /** Where proposals for values come from. */
  readonly suggest: Suggest;
  /** Numbers are money in minor units. */
  readonly isMoney?: boolean;
  readonly onChange: (test: TraitTest) => void;
}

/** An operator and its blanks. */
export function TestEditor({ test, ops, suggest, isMoney = false, onChange }: TestEditorProps) {
  const { t } = useTranslation();
  const Numeric = isMoney ? MoneyInput : PlainNumber;
  const label = (op: string) =>
    op === 'eq' && typeof ('value' in test ? test.value : null) === 'boolean'
      ? t('rule:op.is')
      : t(`rule:op.${op}`);
  return (
    <>
      <Select
        value={test.op}
        aria-label={t('rule:op.label')}
        options={[...new Set([...ops, test.op])].map((op) => ({ value: op, label: label(op) }))}
        popupMatchSelectWidth={false}
        style={{ minWidth: 96 }}
        onChange={(op: TraitTest['op']) => onChange(turned(test, op))}
      />
      {'values' in test && (
        <ValuesInput
          value={test.values.map(String)}
          suggest={suggest}
          onChange={(values) => onChange({ ...test, values })}
        />
      )}
      {'value' in test && typeof test.value === 'boolean' && (
        <Select
          value={test.value}
          aria-label={t('rule:value')}
          options={[
            { value: true, label: t('rule:yes') },
            { value: false, label: t('rule:no') },
          ]}
          onChange={(value: boolean) => onChange({ op: 'eq', value })}
        />
      )}
      {'value' in test && typeof test.value === 'number' && (
        <Numeric
          value={test.value}
          onChange={(value) => onChange({ ...test, value } as TraitTest)}
        />
      )}
      {'value' in test && typeof test.value === 'string' && (
        <Input
          value={test.value}
          aria-label={t('rule:value')}
          style={{ width: 180 }}
          onChange={(event) => onChange({ ...test, value: event.target.value } as TraitTest)}
        />
      )}
      {test.op === 'between' && (
        <>
          <Numeric value={test.from} onChange={(from) => onChange({ ...test, from })} />
          <span className={styles.word}>{t('rule:to')}</span>
          <Numeric value={test.to} onChange={(to) => onChange({ ...test, to })} />
        </>
      )}
      {(test.op === 'within' || test.op === 'not_within') && (
        <WindowInput
          value={test.window}
          future
          onChange={(window) => onChange({ op: test.op, window })}
        />
      )}
      {test.op === 'anniversary' && (
        <>
          <PlainNumber value={test.from} onChange={(from) => onChange({ ...test, from })} />
          <span className={styles.word}>{t('rule:to')}</span>
          <PlainNumber value={test.to} onChange={(to) => onChange({ ...test, to })} />
          <span className={styles.word}>{t('rule:daysFromToday')}</span>
        </>
      )}
    </>
  );
}

interface NumberProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function PlainNumber({ value, onChange }: NumberProps) {
  const { t } = useTranslation();
  return (
    <InputNumber
      value={value}
      aria-label={t('rule:value')}
      style={{ width: 100 }}
      onChange={(next) => onChange(next ?? 0)}
    />
  );
}

const month: AnyWindow = { kind: 'last', days: 30 };

/** The same condition under another operator, keeping what still fits. */
function turned(test: TraitTest, op: TraitTest['op']): TraitTest {
  const number = 'value' in test && typeof test.value === 'number' ? test.value : 0;
  switch (op) {
    case 'in':
    case 'not_in':
      return { op, values: 'values' in test ? test.values : [] };
    case 'has_any':
    case 'has_all':
    case 'has_none':
      return { op, values: 'values' in test ? test.values.map(String) : [] };
    case 'contains':
    case 'starts':
      return { op, value: 'value' in test && typeof test.value === 'string' ? test.value : '' };
    case 'between':
      return { op, from: number, to: number };
    case 'within':
    case 'not_within':
      return { op, window: 'window' in test ? test.window : month };
    case 'anniversary':
      return { op, from: 0, to: 7 };
    case 'exists':
    case 'absent':
      return { op };
    case 'eq':
    case 'ne':
      return { op, value: 'value' in test ? test.value : number };
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return { op, value: number };
  }
}

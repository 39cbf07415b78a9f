import type { EventLeaf, Measure, PastWindow, TraitTest } from '@siyu/contract/segment';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { TestEditor } from './test-editor.tsx';
import {
  asProperty,
  type EventProperty,
  isMoneyProperty,
  isNumberProperty,
  keyOf,
} from './use-properties.ts';

export interface MeasureInputProps {
  readonly leaf: EventLeaf;
  readonly properties: readonly EventProperty[];
  readonly onChange: (leaf: EventLeaf) => void;
}

export interface MeasureSelectProps {
  readonly measure: Measure;
  readonly properties: readonly EventProperty[];
  readonly onChange: (measure: Measure) => void;
}

const numberOps = ['gte', 'lte', 'eq', 'ne', 'gt', 'lt', 'between'] as const;
const timeOps = ['within', 'not_within'] as const;
const ofProperty = ['sum', 'avg', 'min', 'max', 'distinct'] as const;
const plain = ['count', 'first', 'last'] as const;

/** What is measured over the events, and what it must be. */
export function MeasureInput({ leaf, properties, onChange }: MeasureInputProps) {
  const { measure } = leaf;
  const isTime = measure.of === 'first' || measure.of === 'last';
  return (
    <>
      <MeasureSelect
        measure={measure}
        properties={properties}
        onChange={(next) =>
          onChange(
            next.of === measure.of
              ? { ...leaf, measure: next }
              : { ...leaf, measure: next, test: newTest(next) },
          )
        }
      />
      <TestEditor
        test={leaf.test as TraitTest}
        ops={isTime ? timeOps : numberOps}
        suggest={{ event: leaf.events[0] ?? '', property: '' }}
        isMoney={isMoneyMeasure(measure)}
        onChange={(test) => onChange({ ...leaf, test: test as EventLeaf['test'] })}
      />
    </>
  );
}

/** How many, or which figure of which property. */
export function MeasureSelect({ measure, properties, onChange }: MeasureSelectProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const fitting = (of: Measure['of']) =>
    properties.filter((each) => of === 'distinct' || isNumberProperty(asProperty(each)));
  const kinds = [...plain, ...ofProperty.filter((of) => fitting(of).length > 0)];
  const property = 'property' in measure ? measure.property : undefined;
  return (
    <>
      <Select
        value={measure.of}
        aria-label={t('rule:measure.label')}
        options={kinds.map((of) => ({ value: of, label: t(`rule:measure.${of}`) }))}
        popupMatchSelectWidth={false}
        onChange={(of: Measure['of']) => {
          const next = newMeasure(of, fitting(of));
          if (next) onChange(next);
        }}
      />
      {property && (
        <Select
          value={keyOf(property)}
          aria-label={t('rule:property')}
          options={fitting(measure.of).map((each) => ({ value: keyOf(each), label: nameOf(each) }))}
          popupMatchSelectWidth={false}
          onChange={(key: string) => {
            const chosen = properties.find((each) => keyOf(each) === key);
            if (chosen) onChange({ ...measure, property: asProperty(chosen) } as Measure);
          }}
        />
      )}
    </>
  );
}

/** Whether the measured number is money in minor units. */
export const isMoneyMeasure = (measure: Measure): boolean =>
  'property' in measure && measure.of !== 'distinct' && isMoneyProperty(measure.property);

function newMeasure(of: Measure['of'], fitting: readonly EventProperty[]): Measure | null {
  if (of === 'count' || of === 'first' || of === 'last') return { of };
  const first = fitting[0];
  return first ? ({ of, property: asProperty(first) } as Measure) : null;
}

function newTest(measure: Measure): EventLeaf['test'] {
  const month: PastWindow = { kind: 'last', days: 30 };
  if (measure.of === 'first' || measure.of === 'last') return { op: 'within', window: month };
  return { op: 'gte', value: 1 };
}

import type { AnalysisMeasure } from '@siyu/contract/insight';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import {
  asProperty,
  isNumberProperty,
  keyOf,
  useProperties,
} from '../../ui/rule-builder/use-properties.ts';

interface Props {
  readonly events: readonly string[];
  readonly value: AnalysisMeasure;
  readonly onChange: (measure: AnalysisMeasure) => void;
}

const propertyOf = (measure: AnalysisMeasure) =>
  'property' in measure && measure.property ? keyOf(measure.property) : undefined;

/** How often, by how many, how much, how much each. */
export function MeasureSelect({ events, value, onChange }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const numbers = useProperties(events).filter((each) => isNumberProperty(asProperty(each)));
  const choices: readonly (readonly [string, string, AnalysisMeasure])[] = [
    ['count', t('insight:measure.count'), { of: 'count' }],
    ['people', t('insight:measure.people'), { of: 'people' }],
    ['per_person', t('insight:measure.perPerson'), { of: 'per_person' }],
    ...numbers.flatMap((each) => {
      const property = asProperty(each);
      const name = nameOf(each);
      return [
        [`sum ${keyOf(each)}`, t('insight:measure.sum', { name }), { of: 'sum', property }],
        [
          `per_person ${keyOf(each)}`,
          t('insight:measure.sumPerPerson', { name }),
          { of: 'per_person', property },
        ],
      ] as const;
    }),
  ];
  const property = propertyOf(value);
  return (
    <Select
      value={property === undefined ? value.of : `${value.of} ${property}`}
      aria-label={t('insight:measure.label')}
      popupMatchSelectWidth={false}
      options={choices.map(([key, label]) => ({ value: key, label }))}
      onChange={(key: string) => {
        const chosen = choices.find(([each]) => each === key);
        if (chosen) onChange(chosen[2]);
      }}
    />
  );
}

import type { Breakdown } from '@siyu/contract/insight';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { asProperty, keyOf, useProperties } from '../../ui/rule-builder/use-properties.ts';
import { useVocabulary } from '../../ui/rule-builder/vocabulary.ts';

interface Props {
  readonly events: readonly string[];
  readonly value: Breakdown | undefined;
  readonly onChange: (breakdown: Breakdown | undefined) => void;
}

/** What divides the answer: a property of the events, or membership of a segment. */
export function BreakdownSelect({ events, value, onChange }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const properties = useProperties(events).filter(
    (property) => !(property.in === 'column' && property.name === 'revenue'),
  );
  const { segments } = useVocabulary();
  const key =
    value === undefined
      ? undefined
      : value.by === 'segment'
        ? value.segment
        : keyOf(value.property);
  return (
    <Select
      allowClear
      value={key}
      placeholder={t('insight:question.noBreakdown')}
      aria-label={t('insight:question.breakdown')}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ minWidth: 130 }}
      options={[
        {
          label: t('insight:question.properties'),
          options: properties.map((each) => ({ value: keyOf(each), label: capital(nameOf(each)) })),
        },
        {
          label: t('insight:question.segments'),
          options: segments.map(({ segment, name }) => ({ value: segment, label: name })),
        },
      ]}
      onChange={(chosen: string | undefined) => {
        const property = properties.find((each) => keyOf(each) === chosen);
        if (property) onChange({ by: 'property', property: asProperty(property) });
        else onChange(chosen === undefined ? undefined : { by: 'segment', segment: chosen });
      }}
    />
  );
}

/** The vocabulary writes names as they stand within a sentence. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Only the people of a segment. */
export function SegmentSelect({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (segment: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { segments } = useVocabulary();
  return (
    <Select
      allowClear
      value={value}
      placeholder={t('insight:question.everybody')}
      aria-label={t('insight:question.segment')}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ minWidth: 130 }}
      options={segments.map(({ segment, name }) => ({ value: segment, label: name }))}
      onChange={onChange}
    />
  );
}

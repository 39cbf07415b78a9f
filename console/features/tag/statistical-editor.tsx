import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Band, TagDefinition } from '@siyu/contract/profile';
import { Button, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { minorDigits } from '../../kit/format/index.ts';
import { useMe } from '../../kit/session/index.ts';
import { Stack } from '../../ui/layout.tsx';
import { isMoneyMeasure, MeasureSelect } from '../../ui/rule-builder/measure-input.tsx';
import { useProperties } from '../../ui/rule-builder/use-properties.ts';
import type { DefinitionEditorProps } from './definition-editor.tsx';
import { EventsLine } from './events-line.tsx';
import { NamesInput } from './names-input.tsx';
import styles from './tags.module.css';

type Definition = Extract<TagDefinition, { kind: 'statistical' }>;

/** A figure over events, put into bands that have names. */
export function StatisticalEditor({ definition, onChange }: DefinitionEditorProps<Definition>) {
  const { t } = useTranslation();
  const { currency } = useMe().organisation;
  const properties = useProperties(definition.events);
  const factor = isMoneyMeasure(definition.measure) ? 10 ** minorDigits(currency) : 1;
  const put = (index: number, band: Band) =>
    onChange({
      ...definition,
      bands: definition.bands.map((each, at) => (at === index ? band : each)),
    });
  const end = (index: number, band: Band, name: 'from' | 'below') => (
    <InputNumber
      value={band[name] === undefined ? null : band[name] / factor}
      placeholder={t(`tag:editor.open_${name}`)}
      aria-label={t(`tag:editor.${name}`)}
      style={{ width: 120 }}
      onChange={(value) => {
        const { [name]: _, ...rest } = band;
        put(index, value === null ? rest : { ...rest, [name]: Math.round(value * factor) });
      }}
    />
  );
  return (
    <Stack gap={12}>
      <EventsLine definition={definition} onChange={onChange}>
        <MeasureSelect
          measure={definition.measure}
          properties={properties}
          onChange={(measure) => onChange({ ...definition, measure })}
        />
      </EventsLine>
      {[...definition.bands.entries()].map(([index, band]) => (
        <div key={index} className={styles.value}>
          <div className={styles.names}>
            <NamesInput
              at={index}
              names={band}
              onChange={(names) => put(index, { ...band, ...names })}
            />
            {end(index, band, 'from')}
            <span className={styles.word}>{t('tag:editor.upTo')}</span>
            {end(index, band, 'below')}
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('app:action.remove')}
              disabled={definition.bands.length === 1}
              onClick={() =>
                onChange({
                  ...definition,
                  bands: definition.bands.filter((_, at) => at !== index),
                })
              }
            />
          </div>
        </div>
      ))}
      <div>
        <Button
          type="dashed"
          icon={<PlusOutlined />}
          onClick={() =>
            onChange({
              ...definition,
              bands: [...definition.bands, { value: '', zh: '', en: '' }],
            })
          }
        >
          {t('tag:editor.addBand')}
        </Button>
      </div>
    </Stack>
  );
}

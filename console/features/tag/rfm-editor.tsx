import { rfmGroups, type TagDefinition } from '@siyu/contract/profile';
import { Form, InputNumber, Segmented, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { minorDigits } from '../../kit/format/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMe } from '../../kit/session/index.ts';
import { WindowInput } from '../../ui/rule-builder/window-input.tsx';
import type { DefinitionEditorProps } from './definition-editor.tsx';
import styles from './tags.module.css';

type Definition = Extract<TagDefinition, { kind: 'rfm' }>;

const measures = ['recencyDays', 'frequency', 'monetary'] as const;

/** Recency, frequency and money of orders, scored 1 to 5, and the eight groups they make. */
export function RfmEditor({ definition, onChange }: DefinitionEditorProps<Definition>) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { currency } = useMe().organisation;
  const { scoring } = definition;
  const startLimits = {
    by: 'limits' as const,
    recencyDays: [30, 60, 90, 180],
    frequency: [2, 3, 5, 8],
    monetary: [500, 1_000, 3_000, 8_000].map((value) => value * 10 ** minorDigits(currency)),
  };
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t('tag:rfm.window')}>
        <div className={styles.line}>
          <WindowInput
            value={definition.window}
            onChange={(window) => onChange({ ...definition, window })}
          />
        </div>
      </Form.Item>
      <Form.Item label={t('tag:rfm.scoring')} extra={t(`tag:rfm.${scoring.by}About`)}>
        <Segmented
          value={scoring.by}
          options={(['quintile', 'limits'] as const).map((value) => ({
            value,
            label: t(`tag:rfm.${value}`),
          }))}
          onChange={(by) =>
            onChange({ ...definition, scoring: by === 'limits' ? startLimits : { by } })
          }
        />
      </Form.Item>
      {scoring.by === 'limits' &&
        measures.map((measure) => {
          const factor = measure === 'monetary' ? 10 ** minorDigits(currency) : 1;
          return (
            <Form.Item key={measure} label={t(`tag:rfm.${measure}`)}>
              <div className={styles.line}>
                {[...scoring[measure].entries()].map(([index, limit]) => (
                  <InputNumber
                    key={index}
                    min={0}
                    value={limit / factor}
                    aria-label={`${t(`tag:rfm.${measure}`)} ${index + 1}`}
                    style={{ width: 100 }}
                    onChange={(value) =>
                      onChange({
                        ...definition,
                        scoring: {
                          ...scoring,
                          [measure]: scoring[measure].map((each, at) =>
                            at === index ? Math.round((value ?? 0) * factor) : each,
                          ),
                        },
                      })
                    }
                  />
                ))}
              </div>
            </Form.Item>
          );
        })}
      <Form.Item label={t('tag:rfm.highFrom')} extra={t('tag:rfm.highAbout')}>
        <InputNumber
          min={2}
          max={5}
          value={definition.highFrom}
          onChange={(value) => onChange({ ...definition, highFrom: value ?? 4 })}
        />
      </Form.Item>
      <div className={styles.line}>
        {rfmGroups.map((group) => (
          <Tag key={group.value}>{nameOf(group)}</Tag>
        ))}
      </div>
    </Form>
  );
}

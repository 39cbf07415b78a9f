import { lifecycleStages, type TagDefinition } from '@siyu/contract/profile';
import { Form, InputNumber, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import type { DefinitionEditorProps } from './definition-editor.tsx';
import styles from './tags.module.css';

type Definition = Extract<TagDefinition, { kind: 'lifecycle' }>;

const limits = ['growthOrders', 'matureOrders', 'dormantDays', 'lostDays'] as const;

/** From which orders a person grows and matures, and after how many days they sleep or are lost. */
export function LifecycleEditor({ definition, onChange }: DefinitionEditorProps<Definition>) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (
    <Form layout="vertical" component="div">
      <div className={styles.line} style={{ marginBottom: 16 }}>
        {lifecycleStages.map((stage) => (
          <Tag key={stage.value}>{nameOf(stage)}</Tag>
        ))}
      </div>
      {limits.map((limit) => (
        <Form.Item key={limit} label={t(`tag:lifecycle.${limit}`)}>
          <InputNumber
            min={1}
            value={definition[limit]}
            suffix={t(limit.endsWith('Days') ? 'rule:days' : 'tag:lifecycle.orders')}
            style={{ width: 160 }}
            onChange={(value) => onChange({ ...definition, [limit]: value ?? 1 })}
          />
        </Form.Item>
      ))}
    </Form>
  );
}

import { CloseOutlined } from '@ant-design/icons';
import type { PropertyFilter, PropertyTest } from '@siyu/contract/segment';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { newFilter } from './new-leaf.ts';
import styles from './rule-builder.module.css';
import { TestEditor } from './test-editor.tsx';
import { type EventProperty, isMoneyProperty, isNumberProperty, keyOf } from './use-properties.ts';

export interface FilterLineProps {
  readonly filter: PropertyFilter;
  readonly event: string;
  readonly properties: readonly EventProperty[];
  readonly onChange: (filter: PropertyFilter) => void;
  readonly onRemove: () => void;
}

const textOps = ['in', 'not_in', 'contains', 'starts', 'exists', 'absent'] as const;
const referenceOps = ['in', 'not_in', 'exists', 'absent'] as const;
const numberOps = ['gte', 'lte', 'gt', 'lt', 'between', 'eq', 'ne', 'exists', 'absent'] as const;
const references = ['store', 'org', 'source', 'campaign', 'journey'];

/** A property of the event and what it must be. */
export function FilterLine({ filter, event, properties, onChange, onRemove }: FilterLineProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { property, test } = filter;
  const isReference = property.in === 'column' && references.includes(property.name);
  const ops = isNumberProperty(property) ? numberOps : isReference ? referenceOps : textOps;
  return (
    <div className={styles.line}>
      <Select
        value={keyOf(property)}
        aria-label={t('rule:property')}
        options={properties.map((each) => ({ value: keyOf(each), label: nameOf(each) }))}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        style={{ minWidth: 110 }}
        onChange={(key: string) => {
          const chosen = properties.find((each) => keyOf(each) === key);
          if (chosen) onChange(newFilter(chosen));
        }}
      />
      <TestEditor
        test={test}
        ops={ops}
        isMoney={isMoneyProperty(property)}
        suggest={{ event, property: property.name }}
        onChange={(next) => onChange({ property, test: next as PropertyTest })}
      />
      <Button
        type="text"
        size="small"
        aria-label={t('rule:remove')}
        icon={<CloseOutlined />}
        onClick={onRemove}
      />
    </div>
  );
}

import { FilterOutlined } from '@ant-design/icons';
import type { EventLeaf } from '@siyu/contract/segment';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterLine } from './filter-line.tsx';
import { MeasureInput } from './measure-input.tsx';
import { newFilter } from './new-leaf.ts';
import styles from './rule-builder.module.css';
import { useEventOptions } from './use-event-options.ts';
import { useProperties } from './use-properties.ts';
import { WindowInput } from './window-input.tsx';

export interface EventLeafEditorProps {
  readonly leaf: EventLeaf;
  readonly mark: ReactNode;
  readonly onChange: (leaf: EventLeaf) => void;
}

/** In a window, how often or how much of one or more events, filtered by their properties. */
export function EventLeafEditor({ leaf, mark, onChange }: EventLeafEditorProps) {
  const { t } = useTranslation();
  const eventOptions = useEventOptions(leaf.events);
  const properties = useProperties(leaf.events);
  const where = leaf.where ?? [];
  const setWhere = (next: NonNullable<EventLeaf['where']>) => {
    const { where: _, ...rest } = leaf;
    onChange(next.length === 0 ? rest : { ...rest, where: next });
  };
  const first =
    properties.find(({ name }) => name === 'category' || name === 'product') ?? properties[0];
  return (
    <>
      <div className={styles.line}>
        {mark}
        <WindowInput value={leaf.window} onChange={(window) => onChange({ ...leaf, window })} />
        <Select
          mode="multiple"
          value={leaf.events}
          aria-label={t('rule:leaf.event')}
          options={eventOptions}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          style={{ minWidth: 140, maxWidth: '100%' }}
          onChange={(names: string[]) => names.length > 0 && onChange({ ...leaf, events: names })}
        />
        <MeasureInput leaf={leaf} properties={properties} onChange={onChange} />
        {first && (
          <Button
            type="text"
            size="small"
            icon={<FilterOutlined />}
            onClick={() => setWhere([...where, newFilter(first)])}
          >
            {t('rule:addFilter')}
          </Button>
        )}
      </div>
      {where.length > 0 && (
        <div className={styles.filters}>
          {[...where.entries()].map(([index, filter]) => (
            <FilterLine
              key={index}
              filter={filter}
              event={leaf.events[0] ?? ''}
              properties={properties}
              onChange={(next) => setWhere(where.map((each, at) => (at === index ? next : each)))}
              onRemove={() => setWhere(where.filter((_, at) => at !== index))}
            />
          ))}
        </div>
      )}
    </>
  );
}

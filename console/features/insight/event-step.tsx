import { CloseOutlined, FilterOutlined } from '@ant-design/icons';
import type { PropertyFilter } from '@siyu/contract/segment';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { FilterLine } from '../../ui/rule-builder/filter-line.tsx';
import { newFilter } from '../../ui/rule-builder/new-leaf.ts';
import { useProperties } from '../../ui/rule-builder/use-properties.ts';
import { useVocabulary } from '../../ui/rule-builder/vocabulary.ts';
import styles from './insight.module.css';

interface Step {
  readonly events: readonly string[];
  readonly where?: readonly PropertyFilter[] | undefined;
}

export interface EventStepProps {
  readonly mark: string;
  readonly step: Step;
  /** Said instead of the events' names where the step stands in a list. */
  readonly children?: ReactNode;
  readonly onChange: (step: { events: string[]; where: PropertyFilter[] }) => void;
  readonly onRemove?: (() => void) | undefined;
}

/** One or more events and what their properties must be: a series of an analysis, or a step of a funnel. */
export function EventStep({ mark, step, children, onChange, onRemove }: EventStepProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { events } = useVocabulary();
  const properties = useProperties(step.events);
  const names = useNames();
  // What is asked for may not have happened lately, and stands in no list then.
  const unlisted = step.events.filter((name) => events.every((event) => event.name !== name));
  const where = [...(step.where ?? [])];
  const [first] = properties;
  const set = (change: Partial<{ events: string[]; where: PropertyFilter[] }>) =>
    onChange({ events: [...step.events], where, ...change });
  return (
    <div className={styles.step}>
      <span className={styles.stepMark}>{mark}</span>
      <div className={styles.stepMain}>
        <div className={styles.stepLine}>
          <Select
            mode="multiple"
            value={[...step.events]}
            aria-label={t('insight:question.event')}
            options={[
              ...events.map((event) => ({ value: event.name, label: nameOf(event) })),
              ...unlisted.map((name) => ({ value: name, label: names.event(name) })),
            ]}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            className={styles.eventSelect ?? ''}
            onChange={(names: string[]) => names.length > 0 && set({ events: names, where: [] })}
          />
          {children}
          {first && (
            <Button
              type="text"
              size="small"
              icon={<FilterOutlined />}
              onClick={() => set({ where: [...where, newFilter(first)] })}
            >
              {t('rule:addFilter')}
            </Button>
          )}
          {onRemove && (
            <Button
              type="text"
              size="small"
              aria-label={t('rule:remove')}
              icon={<CloseOutlined />}
              onClick={onRemove}
            />
          )}
        </div>
        {[...where.entries()].map(([index, filter]) => (
          <FilterLine
            key={index}
            filter={filter}
            event={step.events[0] ?? ''}
            properties={properties}
            onChange={(next) =>
              set({ where: where.map((each, at) => (at === index ? next : each)) })
            }
            onRemove={() => set({ where: where.filter((_, at) => at !== index) })}
          />
        ))}
      </div>
    </div>
  );
}

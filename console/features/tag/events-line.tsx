import type { PastWindow } from '@siyu/contract/segment';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEventOptions } from '../../ui/rule-builder/use-event-options.ts';
import { WindowInput } from '../../ui/rule-builder/window-input.tsx';
import styles from './tags.module.css';

interface OverEvents {
  readonly events: string[];
  readonly window: PastWindow;
}

export interface EventsLineProps<Definition extends OverEvents> {
  readonly definition: Definition;
  readonly onChange: (definition: Definition) => void;
  readonly children?: ReactNode;
}

/** Which events in which span of time a tag looks at. */
export function EventsLine<Definition extends OverEvents>(props: EventsLineProps<Definition>) {
  const { definition, onChange, children } = props;
  const { t } = useTranslation();
  const eventOptions = useEventOptions(definition.events);
  return (
    <div className={styles.line}>
      <WindowInput
        value={definition.window}
        onChange={(window) => onChange({ ...definition, window })}
      />
      <Select
        mode="multiple"
        value={definition.events}
        aria-label={t('rule:leaf.event')}
        options={eventOptions}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        style={{ minWidth: 160 }}
        onChange={(names: string[]) =>
          names.length > 0 && onChange({ ...definition, events: names })
        }
      />
      {children}
    </div>
  );
}

import type { TagDefinition } from '@siyu/contract/profile';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { asProperty, keyOf, useProperties } from '../../ui/rule-builder/use-properties.ts';
import type { DefinitionEditorProps } from './definition-editor.tsx';
import { EventsLine } from './events-line.tsx';
import styles from './tags.module.css';

type Definition = Extract<TagDefinition, { kind: 'favourite' }>;

const picks = ['commonest', 'first', 'last'] as const;

/** The commonest, first or last value of a property. */
export function FavouriteEditor({ definition, onChange }: DefinitionEditorProps<Definition>) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const properties = useProperties(definition.events);
  return (
    <EventsLine definition={definition} onChange={onChange}>
      <span className={styles.word}>{t('tag:editor.of')}</span>
      <Select
        value={keyOf(definition.property)}
        aria-label={t('rule:property')}
        options={properties.map((each) => ({ value: keyOf(each), label: nameOf(each) }))}
        popupMatchSelectWidth={false}
        style={{ minWidth: 120 }}
        onChange={(key: string) => {
          const chosen = properties.find((each) => keyOf(each) === key);
          if (chosen) onChange({ ...definition, property: asProperty(chosen) });
        }}
      />
      <Select
        value={definition.pick}
        aria-label={t('tag:editor.pick')}
        options={picks.map((value) => ({ value, label: t(`tag:pick.${value}`) }))}
        popupMatchSelectWidth={false}
        onChange={(pick: Definition['pick']) => onChange({ ...definition, pick })}
      />
    </EventsLine>
  );
}

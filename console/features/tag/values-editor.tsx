import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { RuleValue, TagDefinition, TagValue } from '@siyu/contract/profile';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Stack } from '../../ui/layout.tsx';
import { RuleBuilder } from '../../ui/rule-builder/rule-builder.tsx';
import type { DefinitionEditorProps } from './definition-editor.tsx';
import { NamesInput } from './names-input.tsx';
import styles from './tags.module.css';

type Definition = Extract<TagDefinition, { kind: 'manual' | 'rule' }>;

/** The values of a manual or rule tag; for a rule tag each with its rule, the first that holds counts. */
export function ValuesEditor({ definition, onChange }: DefinitionEditorProps<Definition>) {
  const { t } = useTranslation();
  const values: readonly (TagValue | RuleValue)[] = definition.values;
  const set = (next: readonly (TagValue | RuleValue)[]) =>
    onChange({ ...definition, values: next } as Definition);
  const put = (index: number, value: TagValue | RuleValue) =>
    set(values.map((each, at) => (at === index ? value : each)));
  const blank = { value: '', zh: '', en: '' };
  return (
    <Stack gap={12}>
      {[...values.entries()].map(([index, value]) => (
        <div key={index} className={styles.value}>
          <div className={styles.names}>
            <NamesInput
              at={index}
              names={value}
              onChange={(names) => put(index, { ...value, ...names })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('app:action.remove')}
              disabled={values.length === 1}
              onClick={() => set(values.filter((_, at) => at !== index))}
            />
          </div>
          {'rule' in value && (
            <RuleBuilder value={value.rule} onChange={(rule) => put(index, { ...value, rule })} />
          )}
        </div>
      ))}
      <div>
        <Button
          type="dashed"
          icon={<PlusOutlined />}
          onClick={() =>
            set([
              ...values,
              definition.kind === 'rule' ? { ...blank, rule: { kind: 'and', of: [] } } : blank,
            ])
          }
        >
          {t('tag:editor.addValue')}
        </Button>
      </div>
    </Stack>
  );
}

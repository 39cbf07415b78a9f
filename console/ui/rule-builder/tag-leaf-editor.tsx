import type { TagLeaf } from '@siyu/contract/segment';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import styles from './rule-builder.module.css';
import { useVocabulary } from './vocabulary.ts';

export interface TagLeafEditorProps {
  readonly leaf: TagLeaf;
  readonly mark: ReactNode;
  readonly onChange: (leaf: TagLeaf) => void;
}

/** Has the tag, or one of its values. */
export function TagLeafEditor({ leaf, mark, onChange }: TagLeafEditorProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const tag = useVocabulary().tags.find((each) => each.tag === leaf.tag);
  return (
    <div className={styles.line}>
      {mark}
      <span className={styles.word}>{t('rule:leaf.tag')}</span>
      <span className={styles.name}>{tag ? nameOf(tag) : t('rule:gone')}</span>
      <span className={styles.word}>{t('rule:op.is')}</span>
      <Select
        mode="multiple"
        placeholder={t('rule:tag.any')}
        aria-label={t('rule:tag.any')}
        value={leaf.values ?? []}
        options={tag?.values.map((each) => ({ value: each.value, label: nameOf(each) })) ?? []}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        style={{ minWidth: 180 }}
        onChange={(values: string[]) =>
          onChange(
            values.length === 0
              ? { kind: 'tag', tag: leaf.tag }
              : { kind: 'tag', tag: leaf.tag, values },
          )
        }
      />
    </div>
  );
}

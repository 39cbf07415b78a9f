import type { Leaf } from '@siyu/contract/segment';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EventLeafEditor } from './event-leaf-editor.tsx';
import { PlainLeaf } from './plain-leaf.tsx';
import styles from './rule-builder.module.css';
import { TagLeafEditor } from './tag-leaf-editor.tsx';
import { TraitLeafEditor } from './trait-leaf-editor.tsx';

export interface LeafEditorProps {
  readonly leaf: Leaf;
  readonly negated: boolean;
  readonly tools: ReactNode;
  readonly onChange: (leaf: Leaf) => void;
}

/** One condition as a sentence with blanks. */
export function LeafEditor({ leaf, negated, tools, onChange }: LeafEditorProps) {
  const { t } = useTranslation();
  const mark = negated && (
    <Tag color="error" variant="filled" style={{ margin: 0 }}>
      {t('rule:not')}
    </Tag>
  );
  return (
    <div className={styles.leaf}>
      <div className={styles.leafMain}>
        {leaf.kind === 'trait' ? (
          <TraitLeafEditor leaf={leaf} mark={mark} onChange={onChange} />
        ) : leaf.kind === 'tag' ? (
          <TagLeafEditor leaf={leaf} mark={mark} onChange={onChange} />
        ) : leaf.kind === 'event' ? (
          <EventLeafEditor leaf={leaf} mark={mark} onChange={onChange} />
        ) : (
          <PlainLeaf leaf={leaf} mark={mark} />
        )}
      </div>
      {tools}
    </div>
  );
}

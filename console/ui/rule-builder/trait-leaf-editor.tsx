import type { TraitLeaf, TraitTest } from '@siyu/contract/segment';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import styles from './rule-builder.module.css';
import { TestEditor } from './test-editor.tsx';
import { useVocabulary } from './vocabulary.ts';

export interface TraitLeafEditorProps {
  readonly leaf: TraitLeaf;
  readonly mark: ReactNode;
  readonly onChange: (leaf: TraitLeaf) => void;
}

const opsByType: Readonly<Record<string, readonly TraitTest['op'][]>> = {
  string: ['in', 'not_in', 'contains', 'starts', 'exists', 'absent'],
  number: ['gte', 'lte', 'gt', 'lt', 'between', 'eq', 'ne', 'exists', 'absent'],
  boolean: ['eq', 'exists', 'absent'],
  time: ['within', 'not_within', 'anniversary', 'exists', 'absent'],
  list: ['has_any', 'has_all', 'has_none', 'exists', 'absent'],
};

/** A trait and what it must be. */
export function TraitLeafEditor({ leaf, mark, onChange }: TraitLeafEditorProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const trait = useVocabulary().traits.find(({ name }) => name === leaf.trait);
  const ops = [...(opsByType[trait?.type ?? 'string'] ?? [])];
  if (/birthday|anniversary/.test(leaf.trait) && !ops.includes('anniversary')) {
    ops.unshift('anniversary');
  }
  return (
    <div className={styles.line}>
      {mark}
      <span className={styles.name}>{trait ? nameOf(trait) : t('rule:gone')}</span>
      <TestEditor
        test={leaf.test}
        ops={ops}
        suggest={{ trait: leaf.trait }}
        onChange={(test) => onChange({ ...leaf, test: test as TraitTest })}
      />
    </div>
  );
}

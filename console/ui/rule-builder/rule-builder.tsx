import type { Rule } from '@siyu/contract/segment';
import { Skeleton } from 'antd';
import { ErrorState } from '../states.tsx';
import { asGroup } from './edit-rule.ts';
import { GroupEditor } from './group-editor.tsx';
import { useVocabularyQuery, VocabularyContext } from './vocabulary.ts';

export interface RuleBuilderProps {
  readonly value?: Rule;
  readonly onChange?: (rule: Rule) => void;
}

/** Draws and edits a rule tree: conditions that read as sentences, joined by and, or, not. */
export function RuleBuilder({ value, onChange }: RuleBuilderProps) {
  const vocabulary = useVocabularyQuery();
  if (vocabulary.isError) {
    return <ErrorState error={vocabulary.error} retry={() => void vocabulary.refetch()} />;
  }
  if (!vocabulary.data) return <Skeleton active paragraph={{ rows: 3 }} />;
  return (
    <VocabularyContext value={vocabulary.data}>
      <GroupEditor group={asGroup(value)} onChange={(rule) => onChange?.(rule)} isTop />
    </VocabularyContext>
  );
}

import type { ReactNode } from 'react';
import { QueryView } from '../../ui/query-view.tsx';
import { useVocabularyQuery, VocabularyContext } from '../../ui/rule-builder/vocabulary.ts';

/** Draws its content when the names of events, properties and segments are there. */
export function WithVocabulary({ children }: { readonly children: ReactNode }) {
  const vocabulary = useVocabularyQuery();
  return (
    <QueryView query={vocabulary}>
      {(words) => <VocabularyContext value={words}>{children}</VocabularyContext>}
    </QueryView>
  );
}

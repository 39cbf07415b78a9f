import { getVocabulary, type Vocabulary } from '@siyu/contract/segment';
import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { readOf } from '../../kit/api/index.ts';

/** What a rule may speak of, kept for ten minutes. */
export function useVocabularyQuery() {
  return useQuery({ ...readOf(getVocabulary), staleTime: 600_000 });
}

export const VocabularyContext = createContext<Vocabulary | null>(null);

/** The vocabulary inside a rule builder. */
export function useVocabulary(): Vocabulary {
  const vocabulary = use(VocabularyContext);
  if (vocabulary === null) throw new Error('useVocabulary is for parts of the rule builder');
  return vocabulary;
}

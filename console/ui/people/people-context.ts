import type { Rule } from '@siyu/contract/segment';
import { createContext, use } from 'react';

/** The people behind a number: what they are called, and the rule that means them. */
export interface PeopleBehind {
  readonly title: string;
  readonly rule: Rule;
}

export const PeopleContext = createContext<((behind: PeopleBehind) => void) | null>(null);

/** Opens the people behind a number. */
export function useOpenPeople(): (behind: PeopleBehind) => void {
  const open = use(PeopleContext);
  if (open === null) throw new Error('useOpenPeople is for screens inside the shell');
  return open;
}

import type { SkipReason } from '@siyu/contract/channel';
import type { PeopleQuestion } from '@siyu/contract/insight';
import type { CampaignGroup } from '@siyu/contract/journey';
import type { Rule } from '@siyu/contract/segment';
import { createContext, use } from 'react';

/** What means the people: a rule, a number of a board, a group of a campaign, or of its dry run. */
export type PeopleOf =
  | { readonly rule: Rule }
  | { readonly question: PeopleQuestion }
  | {
      readonly campaign: string;
      readonly group: CampaignGroup;
      readonly reason?: SkipReason;
      readonly run?: string;
    }
  | { readonly rehearsal: string; readonly reason?: SkipReason };

/** The people behind a number and what they are called. */
export interface PeopleBehind {
  readonly title: string;
  readonly of: PeopleOf;
}

export const PeopleContext = createContext<((behind: PeopleBehind) => void) | null>(null);

/** Opens the people behind a number. */
export function useOpenPeople(): (behind: PeopleBehind) => void {
  const open = use(PeopleContext);
  if (open === null) throw new Error('useOpenPeople is for screens inside the shell');
  return open;
}

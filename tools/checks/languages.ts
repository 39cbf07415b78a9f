import { findLanguageGaps } from '../languages/find-gaps.ts';
import { root } from '../root.ts';
import type { Check } from './check.ts';

export const languages: Check = {
  name: 'both languages complete',
  run: async () => findLanguageGaps(root).join('\n'),
};

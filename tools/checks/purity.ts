import { findImpurities } from '../purity/find-impurities.ts';
import { root } from '../root.ts';
import type { Check } from './check.ts';

export const purity: Check = {
  name: 'no clock and no dice in pure code',
  run: async () => findImpurities(root).join('\n'),
};

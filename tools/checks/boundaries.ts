import { findBoundaryViolations } from '../boundaries/find-violations.ts';
import { root } from '../root.ts';
import type { Check } from './check.ts';

export const boundaries: Check = {
  name: 'module boundaries',
  run: async () => findBoundaryViolations(root).join('\n'),
};

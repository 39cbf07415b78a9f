import { findDocumentFaults } from '../documents/find-faults.ts';
import { root } from '../root.ts';
import type { Check } from './check.ts';

export const documents: Check = {
  name: 'documents and paths',
  run: async () => findDocumentFaults(root).join('\n'),
};

import { readModuleGraph } from '../boundaries/module-graph.ts';
import { root } from '../root.ts';
import { findTrespassers } from '../table-owners/find-trespassers.ts';
import type { Check } from './check.ts';

export const tableOwners: Check = {
  name: 'table owners',
  run: async () => findTrespassers(root, Object.keys(readModuleGraph(root))).join('\n'),
};

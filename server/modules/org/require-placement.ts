import type { NodeKind } from '@siyu/contract/org';
import { problem } from '../../platform/http/index.ts';
import { kindNames, parentsOf } from './placement.ts';
import type { NodeRow } from './store/node-row.ts';

/** Throws `org.kind_misplaced` or `org.node_closed` unless a node of this kind may stand below the parent. */
export function requirePlacement(
  kind: NodeKind,
  parent: Pick<NodeRow, 'kind' | 'code' | 'closed_at'>,
): void {
  if (!parentsOf[kind].includes(parent.kind)) {
    throw problem('org.kind_misplaced', {
      kind: kindNames[kind],
      parentKind: kindNames[parent.kind],
    });
  }
  if (parent.closed_at) throw problem('org.node_closed', { code: parent.code });
}

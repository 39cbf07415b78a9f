import { type OrgNode, readTree } from '@siyu/contract/org';
import { useQuery } from '@tanstack/react-query';
import { readOf } from '../../kit/api/index.ts';

/** A node with its children, as a drawn tree wants it; absent children = a leaf. */
export interface TreeNode extends OrgNode {
  readonly children?: TreeNode[];
}

/** The caller's part of the organisation. */
export function useTree(closed = false) {
  return useQuery(readOf(readTree, { query: { closed } }));
}

/** Hangs nodes below their parents. */
export function grow(nodes: readonly OrgNode[]): TreeNode[] {
  const below = Map.groupBy(nodes, (node) => node.parent);
  const hang = (node: OrgNode): TreeNode => {
    const children = below.get(node.code)?.map(hang);
    return children ? { ...node, children } : node;
  };
  return (below.get(null) ?? []).map(hang);
}

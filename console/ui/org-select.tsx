import { readTree } from '@siyu/contract/org';
import { useQuery } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { readOf } from '../kit/api/index.ts';
import { useNameOf } from '../kit/language/index.ts';

export interface OrgSelectProps {
  readonly value?: string | undefined;
  readonly onChange?: (code: string) => void;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly id?: string;
}

/** Picks a node of the organisation within the user's scope. */
export function OrgSelect({ allowClear = false, ...props }: OrgSelectProps) {
  const nameOf = useNameOf();
  const { data, isPending } = useQuery(readOf(readTree, { query: { closed: false } }));
  return (
    <TreeSelect
      {...props}
      treeDataSimpleMode
      treeData={data?.nodes.map((node) => ({
        id: node.code,
        pId: node.parent ?? 0,
        value: node.code,
        title: nameOf(node),
      }))}
      treeDefaultExpandAll={(data?.nodes.length ?? 0) < 60}
      showSearch={{ treeNodeFilterProp: 'title' }}
      loading={isPending}
      allowClear={allowClear}
      style={{ width: '100%' }}
    />
  );
}

import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ErrorState } from './states.tsx';

export interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** Drawn while the data is on its way. */
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** Draws its content only when the data is there; a skeleton before, the problem when it failed. */
export function QueryView<Data>({ query, skeleton, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return skeleton ?? <Skeleton active paragraph={{ rows: 6 }} style={{ padding: 24 }} />;
}

import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, ProblemError } from './api/index.ts';
import { sessionQuery } from './session/index.ts';

/** The one cache. An answer that says nobody is logged in ends the session everywhere. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isProblem(error, 'platform.not_logged_in')) {
        queryClient.setQueryData(sessionQuery.queryKey, null);
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (count, error) =>
        count < 2 && error instanceof ProblemError && error.problem.retryable,
    },
    mutations: { retry: false },
  },
});

import { type Me, type Permission, readMe } from '@siyu/contract/org';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call, isProblem, rememberCsrf } from '../api/index.ts';

/** Who is logged in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      const me = await call(readMe, { signal });
      rememberCsrf(me.csrf);
      return me;
    } catch (error) {
      if (isProblem(error, 'platform.not_logged_in')) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** The session of a screen behind the guard. */
export function useMe(): Me {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useMe is for screens behind the session guard');
  return data;
}

/** Whether the user may do something: `may('tags.edit')`. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

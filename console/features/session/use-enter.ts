import type { Me } from '@siyu/contract/org';
import { useNavigate } from '@tanstack/react-router';
import { rememberCsrf } from '../../kit/api/index.ts';
import { speak } from '../../kit/language/index.ts';
import { queryClient } from '../../kit/query-client.ts';
import { sessionQuery } from '../../kit/session/index.ts';

/** Opens the house for whoever has just logged in, in their language, where they wanted to go. */
export function useEnter(): (me: Me, to?: string) => Promise<void> {
  const navigate = useNavigate();
  return async (me, to = '/') => {
    rememberCsrf(me.csrf);
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, me);
    await speak(me.user.locale);
    await navigate({ href: to.startsWith('/') && !to.startsWith('//') ? to : '/' });
  };
}

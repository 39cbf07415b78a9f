import { readSetup } from '@siyu/contract/org';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readOf } from '../kit/api/index.ts';
import { queryClient } from '../kit/query-client.ts';
import { rootRoute } from './root-route.ts';

/** Screens for those who are not logged in yet: the first run, and the login. */
const setup = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  beforeLoad: async () => {
    const { needed } = await queryClient.ensureQueryData(readOf(readSetup));
    if (!needed) throw redirect({ to: '/login' });
  },
  component: lazyRouteComponent(() => import('../features/session/setup-page.tsx'), 'SetupPage'),
});

const login = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (search): { from?: string } =>
    typeof search.from === 'string' ? { from: search.from } : {},
  beforeLoad: async () => {
    const { needed } = await queryClient.ensureQueryData(readOf(readSetup));
    if (needed) throw redirect({ to: '/setup' });
  },
  component: lazyRouteComponent(() => import('../features/session/login-page.tsx'), 'LoginPage'),
});

export const doorRoutes = [setup, login] as const;

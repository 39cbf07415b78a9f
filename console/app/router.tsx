import { createRouter } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { ErrorState } from '../ui/states.tsx';
import { doorRoutes } from './door-routes.ts';
import { rootRoute } from './root-route.ts';
import { shellRoute } from './screen-routes.ts';

/** Filters are plain words in the URL: `?state=open`, never JSON. */
function searchText(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

export const router = createRouter({
  routeTree: rootRoute.addChildren([...doorRoutes, shellRoute]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: searchText,
  defaultPendingMs: 300,
  defaultPendingComponent: () => (
    <Skeleton active paragraph={{ rows: 8 }} style={{ padding: 24 }} />
  ),
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} retry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

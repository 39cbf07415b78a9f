import {
  type AsyncRouteComponent,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { queryClient } from '../kit/query-client.ts';
import { sessionQuery } from '../kit/session/index.ts';
import { rootRoute } from './root-route.ts';
import { Shell } from './shell/shell.tsx';

/** Everything behind the login, inside the shell. */
const shell = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(sessionQuery);
    if (me === null) throw redirect({ to: '/login', search: { from: location.href } });
  },
  component: Shell,
});

const screen = <const Path extends string>(path: Path, component: AsyncRouteComponent<object>) =>
  createRoute({ getParentRoute: () => shell, path, component });

export const shellRoute = shell.addChildren([
  screen(
    '/',
    lazyRouteComponent(() => import('../features/insight/overview-page.tsx'), 'OverviewPage'),
  ),
  screen(
    '/segments',
    lazyRouteComponent(() => import('../features/segment/segments-page.tsx'), 'SegmentsPage'),
  ),
  screen(
    '/segments/new',
    lazyRouteComponent(() => import('../features/segment/editor-page.tsx'), 'NewSegmentPage'),
  ),
  screen(
    '/segments/$segment',
    lazyRouteComponent(() => import('../features/segment/segment-page.tsx'), 'SegmentPage'),
  ),
  screen(
    '/segments/$segment/edit',
    lazyRouteComponent(() => import('../features/segment/editor-page.tsx'), 'EditSegmentPage'),
  ),
  screen(
    '/sources',
    lazyRouteComponent(() => import('../features/collect/sources-page.tsx'), 'SourcesPage'),
  ),
  screen(
    '/live',
    lazyRouteComponent(() => import('../features/collect/live-page.tsx'), 'LivePage'),
  ),
  screen(
    '/imports',
    lazyRouteComponent(() => import('../features/import/imports-page.tsx'), 'ImportsPage'),
  ),
  screen(
    '/imports/new',
    lazyRouteComponent(() => import('../features/import/wizard-page.tsx'), 'ImportWizardPage'),
  ),
  screen(
    '/imports/$import',
    lazyRouteComponent(() => import('../features/import/import-page.tsx'), 'ImportPage'),
  ),
  screen(
    '/tags',
    lazyRouteComponent(() => import('../features/tag/tags-page.tsx'), 'TagsPage'),
  ),
  screen(
    '/tags/new',
    lazyRouteComponent(() => import('../features/tag/editor-page.tsx'), 'NewTagPage'),
  ),
  screen(
    '/tags/$tag',
    lazyRouteComponent(() => import('../features/tag/tag-page.tsx'), 'TagPage'),
  ),
  screen(
    '/tags/$tag/edit',
    lazyRouteComponent(() => import('../features/tag/editor-page.tsx'), 'EditTagPage'),
  ),
  screen(
    '/templates',
    lazyRouteComponent(() => import('../features/content/templates-page.tsx'), 'TemplatesPage'),
  ),
  screen(
    '/templates/new',
    lazyRouteComponent(() => import('../features/content/editor-page.tsx'), 'NewTemplatePage'),
  ),
  screen(
    '/templates/$template',
    lazyRouteComponent(() => import('../features/content/editor-page.tsx'), 'TemplatePage'),
  ),
  screen(
    '/people',
    lazyRouteComponent(() => import('../features/profile/people-page.tsx'), 'PeoplePage'),
  ),
  screen(
    '/people/$person',
    lazyRouteComponent(() => import('../features/profile/person-page.tsx'), 'PersonPage'),
  ),
  screen(
    '/channels',
    lazyRouteComponent(() => import('../features/channel/channels-page.tsx'), 'ChannelsPage'),
  ),
  screen(
    '/deliveries',
    lazyRouteComponent(() => import('../features/channel/deliveries-page.tsx'), 'DeliveriesPage'),
  ),
  screen(
    '/inbox',
    lazyRouteComponent(() => import('../features/channel/inbox-page.tsx'), 'InboxPage'),
  ),
  screen(
    '/inbox/$delivery',
    lazyRouteComponent(() => import('../features/channel/inbox-page.tsx'), 'InboxPage'),
  ),
  screen(
    '/campaigns',
    lazyRouteComponent(() => import('../features/campaign/campaigns-page.tsx'), 'CampaignsPage'),
  ),
  screen(
    '/campaigns/new',
    lazyRouteComponent(() => import('../features/campaign/wizard-page.tsx'), 'NewCampaignPage'),
  ),
  screen(
    '/campaigns/$campaign',
    lazyRouteComponent(() => import('../features/campaign/campaign-page.tsx'), 'CampaignPage'),
  ),
  screen(
    '/insight/events',
    lazyRouteComponent(() => import('../features/insight/events-page.tsx'), 'EventsPage'),
  ),
  screen(
    '/insight/funnel',
    lazyRouteComponent(() => import('../features/insight/funnel-page.tsx'), 'FunnelPage'),
  ),
  screen(
    '/insight/metrics',
    lazyRouteComponent(() => import('../features/insight/metrics-page.tsx'), 'MetricsPage'),
  ),
  screen(
    '/organisation',
    lazyRouteComponent(() => import('../features/org/tree-page.tsx'), 'TreePage'),
  ),
  screen(
    '/users',
    lazyRouteComponent(() => import('../features/org/users-page.tsx'), 'UsersPage'),
  ),
  screen(
    '/keys',
    lazyRouteComponent(() => import('../features/org/keys-page.tsx'), 'KeysPage'),
  ),
  screen(
    '/audit',
    lazyRouteComponent(() => import('../features/org/audit-page.tsx'), 'AuditPage'),
  ),
]);

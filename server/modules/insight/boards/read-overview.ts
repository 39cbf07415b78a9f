import { channelKinds } from '@siyu/contract/content';
import type { MetricValue, Overview } from '@siyu/contract/insight';
import { periodsOf } from '@siyu/engine/insight';
import type { Actor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dataAsOf } from '../../collect/index.ts';
import { campaignsUnderway } from '../../journey/index.ts';
import { nodesById } from '../../org/index.ts';
import { ruleMoment } from '../../profile/index.ts';
import { insightScope } from '../scope.ts';
import { alertsOf, may } from './alerts.ts';
import { readContacts } from './contacts.ts';
import { type BoardNumbers, countBoard, currenciesOf } from './count-metrics.ts';
import { remember } from './remembered.ts';
import { todosOf } from './todos.ts';

const campaignsShown = 5;

/** The home of the caller: what this role and this part of the organisation need to see first. */
export async function readOverview(
  platform: Platform,
  actor: Actor,
  { days, currency }: { readonly days: number; readonly currency?: string },
): Promise<Overview> {
  const db = platform.postgres.db<unknown>();
  const [moment, scope, asOf, nodes] = await Promise.all([
    ruleMoment(platform),
    insightScope(platform, actor.scope),
    dataAsOf(platform),
    nodesById(db, [actor.scope.rootId]),
  ]);
  const node = nodes.get(actor.scope.rootId);
  const periods = periodsOf({ kind: 'last', days }, 'day', moment);
  const currencies = await currenciesOf(platform, scope, periods);
  const own = node?.currency ?? 'CNY';
  const shown = currency ?? (currencies.includes(own) ? own : (currencies[0] ?? own));
  const numbers = await remember(
    platform,
    actor.scope,
    asOf.blockId,
    `board ${days} ${shown}`,
    () => countBoard(platform, scope, periods, shown),
  );
  const home = homeOf(actor, node?.kind);
  const canList = may(actor, 'people.read');
  const campaigns = may(actor, 'campaigns.read')
    ? await campaignsUnderway(platform, actor.scope, campaignsShown)
    : null;
  const [alerts, todos, contacts] = await Promise.all([
    alertsOf(platform, actor, numbers),
    todosOf(platform, actor, numbers, campaigns),
    home === 'head_office' || !canList ? [] : readContacts(platform, actor, asOf.blockId),
  ]);
  return {
    home,
    org: {
      code: node?.code ?? '',
      zh: node?.name_zh ?? '',
      en: node?.name_en ?? '',
      kind: node?.kind ?? '',
    },
    dataAsOf: { at: asOf.at?.toISOString() ?? null, block: asOf.blockId },
    from: new Date(periods.now.from).toISOString(),
    to: new Date(periods.now.before - 1).toISOString(),
    zone: periods.zone,
    days: [...periods.now.buckets],
    currency: shown,
    currencies: [...currencies],
    metrics: valuesOf(numbers, campaigns?.underway ?? null),
    reachable: Object.entries(channelKinds).map(([channel, { zh, en }]) => ({
      channel,
      name: { zh, en },
      people: numbers.reachable.get(channel) ?? 0,
    })),
    campaigns: (campaigns?.newest ?? []).map(({ id, name, state, channel, sent, nextRunAt }) => ({
      id,
      name,
      state,
      channel,
      sent,
      nextRunAt,
    })),
    alerts: [...alerts],
    todos: [...todos],
    contacts: [...contacts],
  };
}

function homeOf(actor: Actor, kind: string | undefined): Overview['home'] {
  if (actor.role === 'guide') return 'guide';
  return kind === 'store' ? 'store' : 'head_office';
}

function valuesOf({ metrics, reachable }: BoardNumbers, running: number | null): MetricValue[] {
  const counted = Object.entries(metrics).map(([code, { value, previous, series }]) => ({
    code,
    value,
    previous,
    series: [...series],
  }));
  const now = (code: string, value: number) => ({ code, value, previous: null, series: [] });
  return [
    ...counted,
    now('reachable', reachable.get('') ?? 0),
    ...(running === null ? [] : [now('running_campaigns', running)]),
  ];
}

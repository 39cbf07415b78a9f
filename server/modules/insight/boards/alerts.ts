import type { Alert } from '@siyu/contract/insight';
import { type Permission, roleHolds } from '@siyu/contract/org';
import { wholePeriod } from '@siyu/engine/insight';
import type { Actor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { oldestWaiting, type SourceHealth, sourceHealth } from '../../collect/index.ts';
import type { BoardNumbers } from './count-metrics.ts';

const behindMinutes = 5;
const silentHours = 24;
/** A source is missed when it spoke on at least this many of the seven days before. */
const usualDays = 5;
/** Basis points. */
const unsubscribeLimit = 100;
const failureLimit = 500;
const quarantineLimit = 100;
const unclassifiedLimit = 100;
/** Shares of fewer messages or calls say nothing. */
const least = 50;

export const may = (actor: Actor, permission: Permission): boolean =>
  actor.role !== null && roleHolds(actor.role, permission);

const percent = (basisPoints: number) => `${(basisPoints / 100).toFixed(1)}%`;

/** What deserves a look, the worst first; only what the caller may open. */
export async function alertsOf(
  platform: Platform,
  actor: Actor,
  numbers: BoardNumbers,
): Promise<readonly Alert[]> {
  const alerts: Alert[] = [];
  if (may(actor, 'sources.read')) {
    const waiting = await oldestWaiting(platform);
    const minutes = waiting
      ? Math.floor((platform.clock.now().getTime() - waiting.getTime()) / 60_000)
      : 0;
    if (minutes >= behindMinutes) alerts.push(behind(minutes));
    for (const source of await sourceHealth(platform, actor.scope)) {
      alerts.push(...sourceAlerts(source));
    }
  }
  if (may(actor, 'deliveries.read')) alerts.push(...messageAlerts(numbers));
  alerts.push(...tradeAlerts(numbers));
  const order = ['problem', 'warning', 'hint'];
  return alerts.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

const behind = (minutes: number): Alert => ({
  kind: 'pipeline_behind',
  severity: 'problem',
  text: {
    zh: `数据处理落后 ${minutes} 分钟，看板数字尚不完整`,
    en: `Data are ${minutes} minutes behind; the numbers are not complete yet`,
  },
  to: '/live',
});

function sourceAlerts(source: SourceHealth): readonly Alert[] {
  const { name, accepted, quarantined, busyDays } = source;
  const alerts: Alert[] = [];
  if (accepted + quarantined === 0 && busyDays >= usualDays) {
    alerts.push({
      kind: 'source_silent',
      severity: 'warning',
      text: {
        zh: `“${name}”已 ${silentHours} 小时没有数据，平时每天都有`,
        en: `“${name}” has been silent for ${silentHours} hours and usually speaks every day`,
      },
      to: '/sources',
    });
  }
  const share = (part: number, rest: number) =>
    part + rest > 0 ? Math.round((part * 10_000) / (part + rest)) : 0;
  const now = share(quarantined, accepted);
  const usual = share(source.quarantinedBefore, source.acceptedBefore);
  if (accepted + quarantined >= least && now >= quarantineLimit && now >= 2 * usual) {
    alerts.push({
      kind: 'quarantine_rising',
      severity: 'warning',
      text: {
        zh: `“${name}”有 ${quarantined} 条数据进入隔离区（${percent(now)}，平时 ${percent(usual)}）`,
        en: `${quarantined} calls of “${name}” were quarantined (${percent(now)}, usually ${percent(usual)})`,
      },
      to: '/live?tab=quarantine',
    });
  }
  return alerts;
}

function messageAlerts({ metrics, answers }: BoardNumbers): readonly Alert[] {
  const alerts: Alert[] = [];
  const whole = answers.messages.find((row) => row.period === 1 && row.bucket === wholePeriod);
  const sent = Number(whole?.sent ?? 0);
  const failed = Number(whole?.failed ?? 0);
  const unsubscribed = metrics.unsubscribe_rate.value ?? 0;
  if (sent >= least && unsubscribed >= unsubscribeLimit) {
    alerts.push({
      kind: 'unsubscribe_high',
      severity: 'warning',
      text: {
        zh: `退订率 ${percent(unsubscribed)}，高于 ${percent(unsubscribeLimit)}：请检查频次和内容`,
        en: `The unsubscribe rate is ${percent(unsubscribed)}, above ${percent(unsubscribeLimit)}: look at frequency and content`,
      },
      to: '/deliveries',
    });
  }
  const failure = sent + failed > 0 ? Math.round((failed * 10_000) / (sent + failed)) : 0;
  if (sent + failed >= least && failure >= failureLimit) {
    alerts.push({
      kind: 'delivery_failing',
      severity: 'problem',
      text: {
        zh: `${failed} 条消息发送失败（${percent(failure)}）`,
        en: `${failed} messages failed (${percent(failure)})`,
      },
      to: '/deliveries?state=failed',
    });
  }
  return alerts;
}

function tradeAlerts({ answers }: BoardNumbers): readonly Alert[] {
  const whole = answers.money.find((row) => row.period === 1 && row.bucket === wholePeriod);
  const gmv = Number(whole?.gmv ?? 0);
  const unclassified = Number(whole?.unclassified_gmv ?? 0);
  const share = gmv > 0 ? Math.round((unclassified * 10_000) / gmv) : 0;
  if (share < unclassifiedLimit) return [];
  return [
    {
      kind: 'unclassified_channel',
      severity: 'hint',
      text: {
        zh: `${percent(share)} 的成交额来自未归类的渠道，未计入私域占比`,
        en: `${percent(share)} of sales come from channels that are neither private nor public domain and are left out of its share`,
      },
      to: '/insight/metrics?metric=private_gmv',
    },
  ];
}

import type { Overview } from '@siyu/contract/insight';
import type { Actor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { importHealth, sourceHealth } from '../../collect/index.ts';
import type { CampaignsUnderway } from '../../journey/index.ts';
import { segmentHealth } from '../../segment/index.ts';
import { may } from './alerts.ts';
import type { BoardNumbers } from './count-metrics.ts';

type Todo = Overview['todos'][number];

const importDays = 7;

/** What waits for the caller: the first steps of a new installation, and work that did not go through. */
export async function todosOf(
  platform: Platform,
  actor: Actor,
  numbers: BoardNumbers,
  campaigns: CampaignsUnderway | null,
): Promise<readonly Todo[]> {
  const db = platform.postgres.db<unknown>();
  const since = new Date(platform.clock.now().getTime() - importDays * 86_400_000);
  const [sources, segments, imports] = await Promise.all([
    may(actor, 'sources.edit') ? sourceHealth(platform, actor.scope) : null,
    may(actor, 'segments.edit') ? segmentHealth(db, actor.scope) : null,
    may(actor, 'imports.edit') ? importHealth(db, actor.scope, since) : null,
  ]);
  const todos: Todo[] = [];
  const isEmpty = (numbers.metrics.pool.value ?? 0) === 0;
  if (sources?.length === 0) todos.push(addSource);
  if (imports && isEmpty) todos.push(importPeople);
  if (segments && segments.active === 0 && !isEmpty) todos.push(makeSegment);
  if (segments && segments.failed.length > 0) todos.push(segmentsFailed(segments.failed));
  if (imports && imports.failed + imports.withErrors > 0) {
    todos.push(importErrors(imports.failed + imports.withErrors));
  }
  if (campaigns && may(actor, 'campaigns.edit')) {
    if (campaigns.all === 0 && segments && segments.active > 0) todos.push(makeCampaign);
    if (campaigns.drafts > 0) todos.push(campaignsWaiting(campaigns.drafts));
    if (campaigns.failed > 0) todos.push(campaignsFailed(campaigns.failed));
  }
  return todos;
}

const addSource: Todo = {
  kind: 'add_source',
  text: { zh: '接入第一个数据来源', en: 'Connect a first source' },
  to: '/sources',
  count: 1,
};

const importPeople: Todo = {
  kind: 'import_people',
  text: { zh: '导入会员或订单文件', en: 'Import a file of people or orders' },
  to: '/imports',
  count: 1,
};

const makeSegment: Todo = {
  kind: 'make_segment',
  text: { zh: '圈选第一个人群包', en: 'Make a first segment' },
  to: '/segments/new',
  count: 1,
};

const segmentsFailed = (names: readonly string[]): Todo => ({
  kind: 'segment_failed',
  text: {
    zh: `${names.length} 个人群包更新失败：${names.slice(0, 3).join('、')}`,
    en: `${names.length} segments failed to refresh: ${names.slice(0, 3).join(', ')}`,
  },
  to: '/segments',
  count: names.length,
});

const importErrors = (count: number): Todo => ({
  kind: 'import_errors',
  text: {
    zh: `近 ${importDays} 天有 ${count} 个导入失败或含错误行`,
    en: `${count} imports of the last ${importDays} days failed or refused rows`,
  },
  to: '/imports',
  count,
});

const makeCampaign: Todo = {
  kind: 'make_campaign',
  text: { zh: '创建第一个营销活动', en: 'Make a first campaign' },
  to: '/campaigns/new',
  count: 1,
};

const campaignsWaiting = (count: number): Todo => ({
  kind: 'campaign_waiting',
  text: { zh: `${count} 个活动草稿等待启动`, en: `${count} draft campaigns wait to be started` },
  to: '/campaigns?state=draft',
  count,
});

const campaignsFailed = (count: number): Todo => ({
  kind: 'campaign_failed',
  text: { zh: `${count} 个活动执行出错`, en: `${count} campaigns ran into an error` },
  to: '/campaigns',
  count,
});

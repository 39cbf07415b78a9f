import { type Kysely, sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { advanceRun } from './advance-run.ts';
import { hearEvents } from './hear-events.ts';
import { personAssets } from './person-assets.ts';
import { rehearse, rehearseJob } from './rehearse.ts';
import { startDueCampaigns } from './start-due-campaigns.ts';
import { awaitedEvents } from './store/awaited-events.ts';
import { nextDue } from './store/members.ts';
import { activeRuns } from './store/runs.ts';
import { advanceJob, wakeRun } from './wake-run.ts';

const tickJob = 'journey.tick';

const auditActions = {
  'journey.create_campaign': { zh: '新建活动', en: 'Made a campaign' },
  'journey.change_campaign': { zh: '修改活动', en: 'Changed a campaign' },
  'journey.launch_campaign': { zh: '启动活动', en: 'Started a campaign' },
  'journey.pause_campaign': { zh: '暂停活动', en: 'Paused a campaign' },
  'journey.resume_campaign': { zh: '恢复活动', en: 'Resumed a campaign' },
  'journey.stop_campaign': { zh: '停止活动', en: 'Stopped a campaign' },
} as const;

export function registerJourney({ jobs, registries }: Platform): void {
  jobs.define(advanceJob, async (platform, { runId }, progress) => {
    const next = await advanceRun(platform, runId as number, () => progress.stopped);
    if (next) await wakeRun(platform, runId as number, next);
  });
  jobs.define(tickJob, tick);
  jobs.schedule(tickJob, '* * * * *');
  jobs.define(rehearseJob, (platform, { campaignId, generation }) =>
    rehearse(platform, { campaignId: campaignId as number, generation: generation as number }),
  );
  registries.blockListeners.push({
    name: 'journey.triggers',
    events: ({ postgres }) => awaitedEvents(postgres.db<unknown>()),
    onBlock: hearEvents,
  });
  registries.personAssets.push(...personAssets);
  registries.eventReferences.set('campaign', ({ postgres }, publicIds) =>
    campaignNumbers(postgres.db<unknown>(), publicIds),
  );
  for (const [action, names] of Object.entries(auditActions))
    registries.auditActions.set(action, names);
}

/** Starts what has become due and wakes runs that no job waits for: after a crash, or when a wish to be woken was lost. */
export async function tick(platform: Platform): Promise<void> {
  await startDueCampaigns(platform);
  const db = platform.postgres.db<unknown>();
  const now = platform.clock.now();
  for (const run of await activeRuns(db)) {
    const due = run.state === 'open' ? await nextDue(db, run.runId) : now;
    if (due && due <= now) await wakeRun(platform, run.runId);
  }
}

async function campaignNumbers(
  db: Kysely<unknown>,
  publicIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: number; readonly name: string }>> {
  const { rows } = await sql<{ public_id: string; number: number; name: string }>`
    select public_id, campaign_id as number, name from journey.campaign
    where public_id = any(${[...publicIds]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.public_id, row]));
}

import type { Platform } from '../../platform/platform.ts';
import { openDeliveries } from '../channel/index.ts';
import { changeCampaignRow, lockCampaign } from './store/campaigns.ts';
import { moveRun, runById } from './store/runs.ts';

/** Ends a run whose people are all decided about and whose messages have all left; false while some have not. */
export async function finishRun(platform: Platform, runId: number): Promise<boolean> {
  return platform.postgres.transaction<unknown, boolean>(async (tx) => {
    const run = await runById(tx, runId);
    if (run?.state !== 'sending') return true;
    if ((await openDeliveries(tx, run.sendId)) > 0) return false;
    const campaign = await lockCampaign(tx, run.campaignId);
    const finishedAt = platform.clock.now();
    await moveRun(tx, runId, ['sending'], { state: 'done', finishedAt });
    if (campaign.state === 'running') {
      await changeCampaignRow(tx, campaign.campaignId, finishedAt, { state: 'done', finishedAt });
    }
    return true;
  });
}

/** Ends a run that cannot go on and writes the reason on its campaign; a recurring one runs again at its next date. */
export async function failRun(platform: Platform, runId: number, error: string): Promise<void> {
  await platform.postgres.transaction<unknown, void>(async (tx) => {
    const run = await runById(tx, runId);
    if (!run) return;
    const campaign = await lockCampaign(tx, run.campaignId);
    const finishedAt = platform.clock.now();
    await moveRun(tx, runId, ['enrolling', 'sending'], { state: 'failed', finishedAt, error });
    const hasEnded = campaign.state === 'running';
    await changeCampaignRow(tx, campaign.campaignId, finishedAt, {
      state: hasEnded ? 'stopped' : campaign.state,
      error,
      ...(hasEnded ? { finishedAt } : {}),
    });
  });
}

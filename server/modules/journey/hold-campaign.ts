import type { Kysely } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { changeSendState, type SendState, wakeChannel } from '../channel/index.ts';
import { requireState } from './require-state.ts';
import type { CampaignRow } from './store/campaign-row.ts';
import { changeCampaignRow, lockCampaign } from './store/campaigns.ts';
import { moveRun, type RunRow, runsOf } from './store/runs.ts';
import { wakeRun } from './wake-run.ts';

const active: readonly RunRow['state'][] = ['enrolling', 'sending', 'open'];

/** Holds a scheduled or running campaign: nobody enters, nothing is planned, planned messages wait. */
export async function pauseCampaign(platform: Platform, campaignId: number): Promise<void> {
  await underLock(platform, campaignId, async (tx, campaign, runs) => {
    requireState(campaign, ['scheduled', 'running']);
    await changeSends(tx, runs, 'paused');
    await changeCampaignRow(tx, campaignId, platform.clock.now(), { state: 'paused' });
  });
}

/** Lets a paused campaign go on where it was. Planned messages whose validity is over expire. */
export async function resumeCampaign(platform: Platform, campaignId: number): Promise<void> {
  await underLock(platform, campaignId, async (tx, campaign, runs) => {
    requireState(campaign, ['paused']);
    const hasBegun = runs.some(({ state }) => active.includes(state));
    await changeSends(tx, runs, 'open');
    const state = campaign.nextRunAt ? 'scheduled' : hasBegun ? 'running' : 'done';
    await changeCampaignRow(tx, campaignId, platform.clock.now(), { state });
    for (const run of runs)
      if (active.includes(run.state)) await wakeRun(platform, run.runId, undefined, tx);
    await wakeChannel(platform, campaign.channel, undefined, tx);
  });
}

/** Ends a campaign for good: planned messages are skipped with the reason `stopped`. */
export async function stopCampaign(platform: Platform, campaignId: number): Promise<void> {
  await underLock(platform, campaignId, async (tx, campaign, runs) => {
    requireState(campaign, ['scheduled', 'running', 'paused']);
    const finishedAt = platform.clock.now();
    await changeSends(tx, runs, 'stopped');
    for (const { runId } of runs)
      await moveRun(tx, runId, active, { state: 'stopped', finishedAt });
    await changeCampaignRow(tx, campaignId, finishedAt, {
      state: 'stopped',
      nextRunAt: null,
      finishedAt,
    });
    await wakeChannel(platform, campaign.channel, undefined, tx);
  });
}

async function underLock(
  platform: Platform,
  campaignId: number,
  work: (tx: Kysely<unknown>, campaign: CampaignRow, runs: readonly RunRow[]) => Promise<void>,
): Promise<void> {
  await platform.postgres.transaction<unknown, void>(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    await work(tx, campaign, await runsOf(tx, campaignId));
  });
}

async function changeSends(
  tx: Kysely<unknown>,
  runs: readonly RunRow[],
  state: SendState,
): Promise<void> {
  const sendIds = runs.map(({ sendId }) => sendId);
  if (sendIds.length > 0) await changeSendState(tx, sendIds, state);
}

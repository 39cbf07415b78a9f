import { nextRun } from '@siyu/engine/journey';
import type { Kysely } from 'kysely';
import { SiyuError } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { rootNode } from '../org/index.ts';
import { startRun } from './start-run.ts';
import type { CampaignRow } from './store/campaign-row.ts';
import { changeCampaignRow, dueCampaigns } from './store/campaigns.ts';

/**
 * Starts the campaigns whose time has come. A date of a calendar that passed while the server was down is made up for once, not once
 * for each. What keeps a campaign from starting is written on it, and a recurring one tries again at its next date.
 */
export async function startDueCampaigns(platform: Platform): Promise<void> {
  await platform.postgres.transaction<unknown, void>(async (tx) => {
    const now = platform.clock.now();
    for (const campaign of await dueCampaigns(tx, now)) {
      const error = await tryStart(platform, tx, campaign);
      const next = await following(tx, campaign, now);
      const hasEnded = error !== null && next === null;
      await changeCampaignRow(tx, campaign.campaignId, now, {
        state: next ? 'scheduled' : hasEnded ? 'stopped' : 'running',
        nextRunAt: next,
        error,
        ...(hasEnded ? { finishedAt: now } : {}),
      });
    }
  });
}

async function tryStart(
  platform: Platform,
  tx: Kysely<unknown>,
  campaign: CampaignRow,
): Promise<string | null> {
  try {
    await startRun(platform, tx, campaign);
    return null;
  } catch (error) {
    if (error instanceof SiyuError) return error.message;
    throw error;
  }
}

async function following(
  tx: Kysely<unknown>,
  campaign: CampaignRow,
  now: Date,
): Promise<Date | null> {
  const { entry } = campaign.definition;
  if (entry.kind !== 'segment' || entry.timing.kind !== 'recurring') return null;
  return nextRun(entry.timing.rule, now, (await rootNode(tx))?.timezone ?? 'UTC');
}

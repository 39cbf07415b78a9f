import type { Kysely } from 'kysely';
import { problem } from '../../platform/http/index.ts';
import type { CampaignRow } from './store/campaign-row.ts';
import { type RunRow, runsOf } from './store/runs.ts';

/** All runs of a campaign, or the one of a public id. @throws journey.run_unknown */
export async function chosenRuns(
  db: Kysely<unknown>,
  campaign: CampaignRow,
  run: string | undefined,
): Promise<readonly RunRow[]> {
  const runs = await runsOf(db, campaign.campaignId);
  if (run === undefined) return runs;
  const chosen = runs.filter(({ publicId }) => publicId === run);
  if (chosen.length === 0) throw problem('journey.run_unknown', { run });
  return chosen;
}

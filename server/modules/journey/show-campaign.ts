import type { Campaign, CampaignSummary, Run } from '@siyu/contract/journey';
import type { Kysely } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';
import { countsByCampaign, openDeliveries } from '../channel/index.ts';
import { templateNames } from '../content/index.ts';
import { actorNames } from '../org/index.ts';
import type { CampaignRow } from './store/campaign-row.ts';
import { campaignInScope } from './store/campaigns.ts';
import type { RunRow } from './store/runs.ts';

/** A campaign as its page shows it. @throws journey.campaign_unknown */
export async function showCampaign(
  db: Kysely<unknown>,
  scope: Scope,
  publicId: string,
): Promise<Campaign> {
  const row = await campaignInScope(db, scope, publicId);
  const names = await templateNames(db, [row.definition.template]);
  const makers = await actorNames(db, [row.createdBy]);
  return {
    id: row.publicId,
    number: row.campaignId,
    kind: row.kind,
    state: row.state,
    channel: row.channel,
    templateName: names.get(row.definition.template) ?? '',
    definition: row.definition,
    nextRunAt: row.nextRunAt?.toISOString() ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    createdBy: makers.get(row.createdBy) ?? row.createdBy,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    error: row.error,
  };
}

/** Campaigns as lists show them. */
export async function showSummaries(
  db: Kysely<unknown>,
  rows: readonly CampaignRow[],
): Promise<CampaignSummary[]> {
  const names = await templateNames(
    db,
    rows.map(({ definition }) => definition.template),
  );
  const counts = await countsByCampaign(
    db,
    rows.map(({ campaignId }) => campaignId),
  );
  return rows.map((row) => ({
    id: row.publicId,
    name: row.name,
    kind: row.kind,
    state: row.state,
    channel: row.channel,
    templateName: names.get(row.definition.template) ?? '',
    nextRunAt: row.nextRunAt?.toISOString() ?? null,
    changedAt: row.changedAt.toISOString(),
    planned: counts.get(row.campaignId)?.planned ?? 0,
    sent: counts.get(row.campaignId)?.sent ?? 0,
  }));
}

/** Runs with their progress. */
export async function showRuns(
  db: Kysely<unknown>,
  campaign: CampaignRow,
  rows: readonly RunRow[],
): Promise<Run[]> {
  return Promise.all(
    rows.map(async (row) => ({
      id: row.publicId,
      number: row.number,
      state: campaign.state === 'paused' && !row.finishedAt ? ('paused' as const) : row.state,
      startedAt: row.startedAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      enrolled: row.enrolled,
      decided: row.decided,
      waiting: await openDeliveries(db, row.sendId),
      error: row.error,
    })),
  );
}

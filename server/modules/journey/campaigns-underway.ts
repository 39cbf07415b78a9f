import type { CampaignSummary } from '@siyu/contract/journey';
import { sql } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { inOrgScope } from '../org/index.ts';
import { showSummaries } from './show-campaign.ts';
import { campaignPage } from './store/campaigns.ts';

/** What goes on in the campaigns of a data scope. `newest` are the running ones, then the scheduled. */
export interface CampaignsUnderway {
  readonly all: number;
  readonly underway: number;
  readonly drafts: number;
  readonly failed: number;
  readonly newest: readonly CampaignSummary[];
}

/** Counts the campaigns of a data scope by where they stand, and shows up to `limit` that are under way. */
export async function campaignsUnderway(
  platform: Platform,
  scope: Scope,
  limit: number,
): Promise<CampaignsUnderway> {
  const db = platform.postgres.db<unknown>();
  const { rows } = await sql<Omit<CampaignsUnderway, 'newest'>>`
    select count(*)::int as all, count(*) filter (where state in ('running', 'scheduled'))::int as underway,
      count(*) filter (where state = 'draft')::int as drafts,
      count(*) filter (where error is not null and state <> 'stopped')::int as failed
    from journey.campaign where ${inOrgScope(scope, sql.ref('org_id'))}`.execute(db);
  const running = await campaignPage(db, scope, { state: 'running', limit });
  const scheduled = await campaignPage(db, scope, { state: 'scheduled', limit });
  const newest = await showSummaries(db, [...running, ...scheduled].slice(0, limit));
  return { ...(rows[0] ?? { all: 0, underway: 0, drafts: 0, failed: 0 }), newest };
}

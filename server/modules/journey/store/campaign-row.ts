import type { ChannelKind } from '@siyu/contract/content';
import type { CampaignDefinition, CampaignState } from '@siyu/contract/journey';
import { sql } from 'kysely';

/** A campaign as statements return it. */
export interface CampaignRow {
  readonly campaignId: number;
  readonly publicId: string;
  readonly orgId: number;
  readonly name: string;
  readonly kind: 'active' | 'event';
  readonly state: CampaignState;
  readonly channel: ChannelKind;
  readonly definition: CampaignDefinition;
  readonly nextRunAt: Date | null;
  readonly error: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** Select list behind a `CampaignRow`. */
export const campaignColumns = sql`campaign_id as "campaignId", public_id as "publicId", org_id as "orgId", name, kind, state,
  channel, definition, next_run_at as "nextRunAt", error, created_by as "createdBy", created_at as "createdAt",
  changed_at as "changedAt", started_at as "startedAt", finished_at as "finishedAt"`;

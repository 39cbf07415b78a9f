import { type Kysely, sql } from 'kysely';
import { problem, type Scope } from '../../../platform/http/index.ts';
import { inOrgScope } from '../../org/index.ts';
import { type CampaignRow, campaignColumns } from './campaign-row.ts';

/** The campaign of a public id that a scope may see. @throws journey.campaign_unknown */
export async function campaignInScope(
  db: Kysely<unknown>,
  scope: Scope,
  campaign: string,
): Promise<CampaignRow> {
  const { rows } = await sql<CampaignRow>`
    select ${campaignColumns} from journey.campaign
    where public_id = ${campaign} and ${inOrgScope(scope, sql.ref('org_id'))}`.execute(db);
  if (!rows[0]) throw problem('journey.campaign_unknown', { campaign });
  return rows[0];
}

/** A campaign by number, held against changes until the transaction ends. */
export async function lockCampaign(tx: Kysely<unknown>, campaignId: number): Promise<CampaignRow> {
  const { rows } = await sql<CampaignRow>`
    select ${campaignColumns} from journey.campaign where campaign_id = ${campaignId} for update`.execute(
    tx,
  );
  return rows[0] as CampaignRow;
}

/** Campaigns whose time has come, passing over those that another worker starts. */
export async function dueCampaigns(
  tx: Kysely<unknown>,
  now: Date,
): Promise<readonly CampaignRow[]> {
  const { rows } = await sql<CampaignRow>`
    select ${campaignColumns} from journey.campaign
    where state = 'scheduled' and next_run_at <= ${now}
    order by next_run_at limit 100 for update skip locked`.execute(tx);
  return rows;
}

/** Campaigns of a scope, newest change first. `after`: [changed_at ISO, campaign_id]. */
export async function campaignPage(
  db: Kysely<unknown>,
  scope: Scope,
  page: {
    readonly search?: string | undefined;
    readonly state?: string | undefined;
    readonly kind?: string | undefined;
    readonly channel?: string | undefined;
    readonly after?: readonly (string | number)[] | undefined;
    readonly limit: number;
  },
): Promise<readonly CampaignRow[]> {
  const { search, state, kind, channel, after } = page;
  const { rows } = await sql<CampaignRow>`
    select ${campaignColumns} from journey.campaign
    where ${inOrgScope(scope, sql.ref('org_id'))}
      ${state === undefined ? sql`` : sql`and state = ${state}`}
      ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
      ${channel === undefined ? sql`` : sql`and channel = ${channel}`}
      ${search === undefined ? sql`` : sql`and strpos(lower(name), ${search.toLowerCase()}) > 0`}
      ${after ? sql`and (changed_at, campaign_id) < (${after[0]}::timestamptz, ${after[1]}::int)` : sql``}
    order by changed_at desc, campaign_id desc limit ${page.limit}`.execute(db);
  return rows;
}

/** Changes columns of a campaign and notes when. */
export async function changeCampaignRow(
  tx: Kysely<unknown>,
  campaignId: number,
  at: Date,
  change: {
    readonly state: CampaignRow['state'];
    readonly nextRunAt?: Date | null;
    readonly startedAt?: Date;
    readonly finishedAt?: Date;
    readonly error?: string | null;
  },
): Promise<void> {
  await sql`
    update journey.campaign
    set state = ${change.state}, changed_at = ${at},
      next_run_at = ${change.nextRunAt === undefined ? sql.ref('next_run_at') : change.nextRunAt},
      started_at = coalesce(started_at, ${change.startedAt ?? null}),
      finished_at = coalesce(${change.finishedAt ?? null}, finished_at),
      error = ${change.error === undefined ? sql.ref('error') : change.error}
    where campaign_id = ${campaignId}`.execute(tx);
}

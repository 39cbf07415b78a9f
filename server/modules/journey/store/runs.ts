import type { CampaignDefinition } from '@siyu/contract/journey';
import { type Kysely, sql } from 'kysely';

/** A run as statements return it; `definition` is the campaign's as it was when the run began. */
export interface RunRow {
  readonly runId: number;
  readonly publicId: string;
  readonly campaignId: number;
  readonly number: number;
  readonly state: 'enrolling' | 'sending' | 'open' | 'done' | 'stopped' | 'failed';
  readonly sendId: number;
  readonly definition: CampaignDefinition;
  readonly enrolled: number;
  readonly decided: number;
  readonly error: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

const runColumns = sql`run.run_id as "runId", run.public_id as "publicId", run.campaign_id as "campaignId", number,
  run.state, send_id as "sendId", run.definition, enrolled, decided, run.error,
  run.started_at as "startedAt", run.finished_at as "finishedAt"`;

/** A run by number, with the state of its campaign. */
export async function runById(
  db: Kysely<unknown>,
  runId: number,
): Promise<(RunRow & { readonly campaignState: string; readonly orgId: number }) | undefined> {
  const { rows } = await sql<RunRow & { campaignState: string; orgId: number }>`
    select ${runColumns}, campaign.state as "campaignState", campaign.org_id as "orgId"
    from journey.run join journey.campaign using (campaign_id) where run_id = ${runId}`.execute(db);
  return rows[0];
}

/** All runs of a campaign, newest first. */
export async function runsOf(
  db: Kysely<unknown>,
  campaignId: number,
  page: { readonly below?: number; readonly limit?: number } = {},
): Promise<readonly RunRow[]> {
  const { rows } = await sql<RunRow>`
    select ${runColumns} from journey.run
    where campaign_id = ${campaignId} and number < ${page.below ?? 2 ** 31 - 1}
    order by number desc limit ${page.limit ?? null}`.execute(db);
  return rows;
}

/** Runs that still have something to do and whose campaign is not paused. */
export async function activeRuns(db: Kysely<unknown>): Promise<readonly RunRow[]> {
  const { rows } = await sql<RunRow>`
    select ${runColumns} from journey.run join journey.campaign using (campaign_id)
    where run.state in ('enrolling', 'sending', 'open') and campaign.state <> 'paused'
    order by run_id`.execute(db);
  return rows;
}

/** Open runs of running campaigns that wait for one of some events, with the node that sends. */
export async function runsWaitingFor(
  db: Kysely<unknown>,
  events: readonly string[],
): Promise<readonly (RunRow & { readonly event: string; readonly orgId: number })[]> {
  const { rows } = await sql<RunRow & { event: string; orgId: number }>`
    select ${runColumns}, event, campaign.org_id as "orgId"
    from journey.run join journey.campaign using (campaign_id)
    where run.state = 'open' and campaign.state = 'running' and event = any(${events}::text[])
    order by run_id`.execute(db);
  return rows;
}

export async function insertRun(
  tx: Kysely<unknown>,
  run: {
    readonly publicId: string;
    readonly campaignId: number;
    readonly state: 'enrolling' | 'open';
    readonly sendId: number;
    readonly definition: CampaignDefinition;
    readonly event: string | null;
    readonly at: Date;
  },
): Promise<number> {
  const { rows } = await sql<{ run_id: number }>`
    insert into journey.run (public_id, campaign_id, number, state, send_id, definition, event, started_at)
    select ${run.publicId}, ${run.campaignId}, coalesce(max(number), 0) + 1, ${run.state}, ${run.sendId}::int,
      ${JSON.stringify(run.definition)}::jsonb, ${run.event}::text, ${run.at}::timestamptz
    from journey.run where campaign_id = ${run.campaignId}
    returning run_id`.execute(tx);
  return (rows[0] as { run_id: number }).run_id;
}

/** Moves a run from one state to another; false when it was not there any more. */
export async function moveRun(
  tx: Kysely<unknown>,
  runId: number,
  from: readonly RunRow['state'][],
  to: { readonly state: RunRow['state']; readonly finishedAt?: Date; readonly error?: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update journey.run
    set state = ${to.state}, finished_at = ${to.finishedAt ?? null}, error = ${to.error ?? null}
    where run_id = ${runId} and state = any(${[...from]}::text[])`.execute(tx);
  return Number(numAffectedRows ?? 0) > 0;
}

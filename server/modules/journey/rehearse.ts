import type { Rehearsal } from '@siyu/contract/journey';
import { isHeldOut } from '@siyu/engine/journey';
import { sql } from 'kysely';
import { problem, SiyuError } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { decide, type SendOrder } from '../channel/index.ts';
import { campaignAudience } from './campaign-audience.ts';
import { sendOrderOf } from './send-order-of.ts';
import { type CampaignRow, campaignColumns } from './store/campaign-row.ts';
import {
  beginRehearsal,
  changeRehearsal,
  insertRehearsed,
  rehearsalOf,
  rehearsedReasons,
} from './store/rehearsals.ts';

export const rehearseJob = 'journey.rehearse';

/** Starts a dry run in the background. @throws journey.rehearsal_needs_segment journey.template_not_published */
export async function startRehearsal(platform: Platform, campaign: CampaignRow): Promise<void> {
  if (campaign.definition.entry.kind !== 'segment')
    throw problem('journey.rehearsal_needs_segment');
  await platform.postgres.transaction<unknown, void>(async (tx) => {
    await sendOrderOf(tx, campaign);
    const { campaignId } = campaign;
    const generation = await beginRehearsal(tx, campaignId, platform.clock.now());
    await platform.jobs.add(
      rehearseJob,
      { campaignId, generation },
      { tx, key: `${rehearseJob} ${campaignId}`, subject: campaign.publicId },
    );
  });
}

/** Decides about everybody in a campaign's audience as a send would at this moment; reserves and sends nothing. */
export async function rehearse(
  platform: Platform,
  { campaignId, generation }: { readonly campaignId: number; readonly generation: number },
): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const change = (state: 'running' | 'done' | 'failed', rest: object = {}) =>
    changeRehearsal(db, campaignId, generation, { state, ...rest });
  if (!(await change('running'))) return;
  try {
    const { rows } = await sql<CampaignRow>`
      select ${campaignColumns} from journey.campaign where campaign_id = ${campaignId}`.execute(
      db,
    );
    const campaign = rows[0] as CampaignRow;
    const order = await sendOrderOf(db, campaign);
    let decided = 0;
    const { entry } = campaign.definition;
    if (entry.kind !== 'segment') return;
    for await (const people of campaignAudience(platform, entry, campaign.orgId)) {
      const reasons = await decideAbout(platform, order, campaign, people);
      decided += people.length;
      await insertRehearsed(db, campaignId, generation, reasons);
      if (!(await change('running', { decided }))) return;
    }
    await change('done', { decided, audience: decided, finishedAt: platform.clock.now() });
  } catch (error) {
    await change('failed', { error: (error as Error).message, finishedAt: platform.clock.now() });
    if (!(error instanceof SiyuError)) throw error;
  }
}

async function decideAbout(
  platform: Platform,
  order: SendOrder,
  { campaignId, definition }: CampaignRow,
  people: readonly number[],
) {
  const addressees = people.map((personId) => ({
    personId,
    slot: 0n,
    isHeldOut: isHeldOut(campaignId, personId, definition.holdoutBasisPoints),
  }));
  const decisions = await decide(
    platform.postgres.db<unknown>(),
    order,
    addressees,
    platform.clock.now(),
  );
  return decisions.map(({ personId, outcome }) => ({
    personId,
    reason: outcome === 'planned' ? '' : outcome,
  }));
}

/** The latest dry run as the console shows it. @throws journey.rehearsal_missing */
export async function showRehearsal(platform: Platform, campaignId: number): Promise<Rehearsal> {
  const db = platform.postgres.db<unknown>();
  const row = await rehearsalOf(db, campaignId);
  if (!row) throw problem('journey.rehearsal_missing');
  const reasons = await rehearsedReasons(db, campaignId, row.generation);
  const of = (reason: string) => reasons.find((one) => one.reason === reason)?.people ?? 0;
  return {
    state: row.state,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    decided: row.decided,
    audience: row.audience,
    reached: of(''),
    holdout: of('holdout'),
    skipped: reasons
      .filter(({ reason }) => reason !== '' && reason !== 'holdout')
      .map((one) => ({ ...one })),
    error: row.error,
  };
}

import type { Kysely } from 'kysely';
import { publicId } from '../../platform/crypto/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { openSend } from '../channel/index.ts';
import { sendOrderOf } from './send-order-of.ts';
import type { CampaignRow } from './store/campaign-row.ts';
import { insertRun } from './store/runs.ts';
import { wakeRun } from './wake-run.ts';

/**
 * Begins a run with the campaign and its template as they are now. The campaign is held by the caller's transaction.
 * @throws journey.template_not_published
 */
export async function startRun(
  platform: Platform,
  tx: Kysely<unknown>,
  campaign: CampaignRow,
): Promise<number> {
  const { definition, campaignId } = campaign;
  const { entry } = definition;
  const at = platform.clock.now();
  const order = await sendOrderOf(tx, campaign);
  const runId = await insertRun(tx, {
    publicId: publicId('run'),
    campaignId,
    state: entry.kind === 'event' ? 'open' : 'enrolling',
    sendId: await openSend(tx, order, at),
    definition,
    event: entry.kind === 'event' ? entry.event : null,
    at,
  });
  if (entry.kind === 'segment') await wakeRun(platform, runId, undefined, tx);
  return runId;
}

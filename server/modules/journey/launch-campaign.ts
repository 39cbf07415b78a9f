import { templateVariables } from '@siyu/contract/content';
import type { CampaignDefinition } from '@siyu/contract/journey';
import { nextRun } from '@siyu/engine/journey';
import type { Kysely } from 'kysely';
import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { compileTemplate, templateByPublicId, templateVersion } from '../content/index.ts';
import { rootNode } from '../org/index.ts';
import { requireState } from './require-state.ts';
import { startRun } from './start-run.ts';
import { changeCampaignRow, lockCampaign } from './store/campaigns.ts';

/**
 * Starts a draft: at once, at its time, by its calendar, or with the next event. @throws journey.wrong_state
 * journey.template_not_published journey.template_needs_event journey.time_passed journey.rule_never
 */
export async function launchCampaign(platform: Platform, campaignId: number): Promise<void> {
  await platform.postgres.transaction<unknown, void>(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    requireState(campaign, ['draft']);
    const { definition } = campaign;
    await requireTemplate(tx, definition);
    const now = platform.clock.now();
    const startedAt = now;
    const at = await firstMoment(tx, definition, now);
    if (at) {
      await changeCampaignRow(tx, campaignId, now, {
        state: 'scheduled',
        nextRunAt: at,
        startedAt,
      });
    } else {
      await changeCampaignRow(tx, campaignId, now, { state: 'running', startedAt });
      await startRun(platform, tx, campaign);
    }
  });
}

/** The moment of the first run; null = at once. */
async function firstMoment(
  tx: Kysely<unknown>,
  { entry }: CampaignDefinition,
  now: Date,
): Promise<Date | null> {
  if (entry.kind === 'event' || entry.timing.kind === 'now') return null;
  if (entry.timing.kind === 'at') {
    const at = new Date(entry.timing.at);
    if (at <= now) throw problem('journey.time_passed', { at: entry.timing.at });
    return at;
  }
  const next = nextRun(entry.timing.rule, now, (await rootNode(tx))?.timezone ?? 'UTC');
  if (!next) throw problem('journey.rule_never');
  return next;
}

async function requireTemplate(tx: Kysely<unknown>, definition: CampaignDefinition): Promise<void> {
  const anywhere = { rootId: 0, everything: true, orgIds: [] };
  const row = await templateByPublicId(tx, anywhere, definition.template);
  const text = row?.publishedVersion
    ? await templateVersion(tx, row.templateId, row.publishedVersion)
    : undefined;
  if (!text) throw problem('journey.template_not_published', { template: definition.template });
  if (definition.entry.kind === 'event') return;
  const { variables } = compileTemplate({ ...text, format: 'text' });
  const variable = variables.find((name) => templateVariables[name].eventOnly);
  if (variable) throw problem('journey.template_needs_event', { variable });
}

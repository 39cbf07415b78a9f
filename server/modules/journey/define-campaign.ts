import type { CampaignDefinition } from '@siyu/contract/journey';
import { sql } from 'kysely';
import { publicId } from '../../platform/crypto/index.ts';
import { type Actor, problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { templateInScope } from '../content/index.ts';
import { nodeByCode } from '../org/index.ts';
import { segmentInScope } from '../segment/index.ts';
import type { CampaignRow } from './store/campaign-row.ts';

/** Makes a campaign as a draft and returns its public id. Everything it names must be in the author's scope. */
export async function createCampaign(
  platform: Platform,
  actor: Pick<Actor, 'id' | 'scope'>,
  definition: CampaignDefinition,
): Promise<string> {
  const { orgId, channel, kind } = await requireDefinition(platform, actor, definition);
  const id = publicId('cmp');
  const at = platform.clock.now();
  await sql`
    insert into journey.campaign (public_id, org_id, name, kind, state, channel, definition, created_by, created_at, changed_at)
    values (${id}, ${orgId}, ${definition.name}, ${kind}, 'draft', ${channel}, ${JSON.stringify(definition)}::jsonb,
      ${actor.id}, ${at}, ${at})`.execute(platform.postgres.db<unknown>());
  return id;
}

/** Replaces the definition of a draft. @throws journey.wrong_state */
export async function changeCampaign(
  platform: Platform,
  actor: Pick<Actor, 'id' | 'scope'>,
  campaign: CampaignRow,
  definition: CampaignDefinition,
): Promise<void> {
  const { orgId, channel, kind } = await requireDefinition(platform, actor, definition);
  const { numAffectedRows } = await sql`
    update journey.campaign
    set org_id = ${orgId}, name = ${definition.name}, kind = ${kind}, channel = ${channel},
      definition = ${JSON.stringify(definition)}::jsonb, changed_at = ${platform.clock.now()}
    where campaign_id = ${campaign.campaignId} and state = 'draft'`.execute(
    platform.postgres.db<unknown>(),
  );
  if (!numAffectedRows)
    throw problem('journey.wrong_state', { state: campaign.state, needed: 'draft' });
}

async function requireDefinition(
  platform: Platform,
  { scope }: Pick<Actor, 'scope'>,
  { org, template, entry }: CampaignDefinition,
) {
  const db = platform.postgres.db<unknown>();
  const orgId = org === undefined ? scope.rootId : (await nodeByCode(db, org))?.org_id;
  if (orgId === undefined || !scope.orgIds.includes(orgId))
    throw problem('org.node_unknown', { code: org });
  const { channel } = await templateInScope(db, scope, template);
  if (entry.kind === 'segment') await segmentInScope(db, scope, entry.segment);
  if (entry.kind === 'event' && entry.recheck?.kind === 'segment') {
    await segmentInScope(db, scope, entry.recheck.segment);
  }
  const kind = entry.kind === 'segment' ? ('active' as const) : ('event' as const);
  return { orgId, channel, kind };
}

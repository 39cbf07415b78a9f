import type { Kysely } from 'kysely';
import { problem } from '../../platform/http/index.ts';
import type { SendOrder } from '../channel/index.ts';
import { templateByPublicId } from '../content/index.ts';
import { brandOf } from '../org/index.ts';
import type { CampaignRow } from './store/campaign-row.ts';

/** That the author may use the template was asked when the campaign was defined. */
const anywhere = { rootId: 0, everything: true, orgIds: [] };

/** What a campaign asks the channel to send, with the template's version in force. @throws journey.template_not_published */
export async function sendOrderOf(
  db: Kysely<unknown>,
  { definition, campaignId, publicId, name, orgId }: CampaignRow,
): Promise<SendOrder> {
  const template = await templateByPublicId(db, anywhere, definition.template);
  if (!template || template.publishedVersion === null || template.archivedAt) {
    throw problem('journey.template_not_published', { template: definition.template });
  }
  return {
    campaignId,
    campaignRef: publicId,
    title: name,
    orgId,
    brandId: (await brandOf(db, orgId)) ?? orgId,
    channel: template.channel,
    category: template.category,
    templateId: template.templateId,
    templateVersion: template.publishedVersion,
    validHours: definition.validHours ?? 24,
  };
}

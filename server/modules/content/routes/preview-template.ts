import { previewTemplate } from '@siyu/contract/content';
import { endpoint, problem } from '../../../platform/http/index.ts';
import { personByPublicId } from '../../identity/index.ts';
import { preview } from '../preview.ts';

export const previewTemplateEndpoint = endpoint(
  previewTemplate,
  async ({ platform, actor, body: { person, subject = '', ...text } }) => {
    if (person === undefined) return preview(platform, { ...text, subject }, null);
    const row = await personByPublicId(platform.postgres.db<unknown>(), actor.scope, person);
    if (!row) throw problem('profile.person_unknown', { person });
    return preview(platform, { ...text, subject }, row.person_id);
  },
);

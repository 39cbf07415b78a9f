import { saveDraft as route } from '@siyu/contract/content';
import { endpoint } from '../../../platform/http/index.ts';
import { saveDraft } from '../save-draft.ts';
import { showTemplate, templateInScope } from '../show-template.ts';

export const saveDraftEndpoint = endpoint(route, async ({ platform, actor, params, body }) => {
  const db = platform.postgres.db<unknown>();
  const template = await templateInScope(db, actor.scope, params.template);
  await saveDraft(platform, template, body, actor.id);
  return showTemplate(db, actor.scope, params.template);
});

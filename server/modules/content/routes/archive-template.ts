import { archiveTemplate as route } from '@siyu/contract/content';
import { endpoint } from '../../../platform/http/index.ts';
import { archiveTemplate } from '../archive-template.ts';
import { showTemplate, templateInScope } from '../show-template.ts';

export const archiveTemplateEndpoint = endpoint(route, async ({ platform, actor, params }) => {
  const db = platform.postgres.db<unknown>();
  await archiveTemplate(platform, await templateInScope(db, actor.scope, params.template));
  return showTemplate(db, actor.scope, params.template);
});

import { createTemplate as route } from '@siyu/contract/content';
import { endpoint, problem } from '../../../platform/http/index.ts';
import { nodeByCode } from '../../org/index.ts';
import { createTemplate } from '../create-template.ts';
import { showTemplate } from '../show-template.ts';

export const createTemplateEndpoint = endpoint(route, async ({ platform, actor, body }) => {
  const db = platform.postgres.db<unknown>();
  const { org, subject = '', ...input } = body;
  const orgId = org === undefined ? actor.scope.rootId : (await nodeByCode(db, org))?.org_id;
  if (orgId === undefined || !actor.scope.orgIds.includes(orgId)) {
    throw problem('org.node_unknown', { code: org });
  }
  const id = await createTemplate(platform, { ...input, subject, orgId }, actor.id);
  return showTemplate(db, actor.scope, id);
});

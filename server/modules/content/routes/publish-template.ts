import { publishTemplate as route } from '@siyu/contract/content';
import { endpoint } from '../../../platform/http/index.ts';
import { recordAudit } from '../../org/index.ts';
import { publishTemplate } from '../publish-template.ts';
import { showTemplate, templateInScope } from '../show-template.ts';

export const publishTemplateEndpoint = endpoint(
  route,
  async ({ platform, actor, params, body, raw }) => {
    const db = platform.postgres.db<unknown>();
    const template = await templateInScope(db, actor.scope, params.template);
    await publishTemplate(platform, template, body.version);
    await recordAudit(platform, null, {
      actor,
      action: 'content.publish_template',
      object: params.template,
      detail: { version: body.version ?? template.latestVersion },
      ip: raw.request.ip,
    });
    return showTemplate(db, actor.scope, params.template);
  },
);

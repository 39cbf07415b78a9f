import { readTemplate } from '@siyu/contract/content';
import { endpoint } from '../../../platform/http/index.ts';
import { showTemplate } from '../show-template.ts';

export const readTemplateEndpoint = endpoint(readTemplate, ({ platform, actor, params }) =>
  showTemplate(platform.postgres.db<unknown>(), actor.scope, params.template),
);

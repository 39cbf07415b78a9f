import type { Endpoint } from '../../platform/http/index.ts';
import { archiveTemplateEndpoint } from './routes/archive-template.ts';
import { checkTemplateEndpoint } from './routes/check-template.ts';
import { createTemplateEndpoint } from './routes/create-template.ts';
import { listTemplatesEndpoint } from './routes/list-templates.ts';
import { listVariablesEndpoint } from './routes/list-variables.ts';
import { listVersionsEndpoint } from './routes/list-versions.ts';
import { previewTemplateEndpoint } from './routes/preview-template.ts';
import { publishTemplateEndpoint } from './routes/publish-template.ts';
import { readTemplateEndpoint } from './routes/read-template.ts';
import { saveDraftEndpoint } from './routes/save-draft.ts';

export const endpoints: readonly Endpoint[] = [
  archiveTemplateEndpoint,
  checkTemplateEndpoint,
  createTemplateEndpoint,
  listTemplatesEndpoint,
  listVariablesEndpoint,
  listVersionsEndpoint,
  previewTemplateEndpoint,
  publishTemplateEndpoint,
  readTemplateEndpoint,
  saveDraftEndpoint,
];

import { listVariables, templateVariables } from '@siyu/contract/content';
import { endpoint } from '../../../platform/http/index.ts';

export const listVariablesEndpoint = endpoint(listVariables, async () => ({
  variables: Object.entries(templateVariables).map(([name, entry]) => ({ name, ...entry })),
}));

import { checkTemplate as route } from '@siyu/contract/content';
import { endpoint } from '../../../platform/http/index.ts';
import { checkTemplate } from '../check-template.ts';

export const checkTemplateEndpoint = endpoint(
  route,
  async ({ body: { subject = '', ...text } }) => {
    const { problems, compiled } = checkTemplate({ ...text, subject });
    return {
      problems: [...problems],
      variables: [...(compiled?.variables ?? [])],
      links: [...(compiled?.links ?? [])],
    };
  },
);

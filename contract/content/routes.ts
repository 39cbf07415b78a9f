import { Type } from 'typebox';
import { defineRoute, pageOf, pageQuery } from '../kit/index.ts';
import {
  channelKind,
  messageCategory,
  newTemplate,
  renderedMessage,
  template,
  templateDraft,
  templateId,
  templateProblem,
  templateSummary,
  templateVersion,
} from './schemas.ts';

const params = Type.Object({ template: templateId });

export const listTemplates = defineRoute({
  id: 'content.list_templates',
  method: 'GET',
  path: '/api/templates',
  summary: 'Templates, newest change first',
  access: 'content.read',
  scope: 'org',
  query: Type.Object({
    ...pageQuery,
    search: Type.Optional(Type.String({ maxLength: 100, description: 'Part of the name' })),
    channel: Type.Optional(channelKind),
    state: Type.Optional(Type.Enum(['draft', 'published', 'archived'])),
  }),
  response: pageOf(templateSummary),
  errors: [],
});

export const createTemplate = defineRoute({
  id: 'content.create_template',
  method: 'POST',
  path: '/api/templates',
  summary: 'Make a template with its first draft',
  access: 'content.edit',
  scope: 'org',
  body: newTemplate,
  response: template,
  errors: ['org.node_unknown'],
  example: {
    request: {
      name: '空调清洗提醒',
      channel: 'sms',
      category: 'marketing',
      body: "{{ person.name | default: '朋友' }}，您的空调已用满一年，点此预约深度清洗 https://example.com/clean 退订 {{ unsubscribe_url }}",
    },
  },
});

export const readTemplate = defineRoute({
  id: 'content.read_template',
  method: 'GET',
  path: '/api/templates/:template',
  summary: 'A template with its latest version, what is wrong with it, its variables and links',
  access: 'content.read',
  scope: 'org',
  params,
  response: template,
  errors: ['content.template_unknown'],
});

export const saveDraft = defineRoute({
  id: 'content.save_draft',
  method: 'PUT',
  path: '/api/templates/:template/draft',
  summary: 'Save the next version as a draft; what is in force stays in force',
  access: 'content.edit',
  scope: 'org',
  params,
  body: templateDraft,
  response: template,
  errors: ['content.template_unknown', 'content.template_archived'],
});

export const publishTemplate = defineRoute({
  id: 'content.publish_template',
  method: 'POST',
  path: '/api/templates/:template/publish',
  summary: 'Put a version in force; refused while it has errors',
  access: 'content.edit',
  scope: 'org',
  params,
  body: Type.Object({
    version: Type.Optional(Type.Integer({ minimum: 1, description: 'The latest when absent' })),
  }),
  response: template,
  errors: [
    'content.template_unknown',
    'content.template_archived',
    'content.version_unknown',
    'content.template_invalid',
  ],
});

export const archiveTemplate = defineRoute({
  id: 'content.archive_template',
  method: 'POST',
  path: '/api/templates/:template/archive',
  summary: 'Take a template out of use; what was sent with it stays readable',
  access: 'content.edit',
  scope: 'org',
  params,
  response: template,
  errors: ['content.template_unknown'],
});

export const listVersions = defineRoute({
  id: 'content.list_versions',
  method: 'GET',
  path: '/api/templates/:template/versions',
  summary: 'Versions of a template, newest first',
  access: 'content.read',
  scope: 'org',
  params,
  query: Type.Object(pageQuery),
  response: pageOf(templateVersion),
  errors: ['content.template_unknown'],
});

const text = Type.Object({
  channel: channelKind,
  category: messageCategory,
  subject: Type.Optional(Type.String({ maxLength: 1_000 })),
  body: Type.String({ maxLength: 200_000 }),
});

export const checkTemplate = defineRoute({
  id: 'content.check_template',
  method: 'POST',
  path: '/api/templates/check',
  summary: 'What is wrong with a text, without saving it',
  access: 'content.edit',
  scope: 'none',
  body: text,
  response: Type.Object({
    problems: Type.Array(templateProblem),
    variables: Type.Array(Type.String()),
    links: Type.Array(Type.String()),
  }),
  errors: [],
});

export const previewTemplate = defineRoute({
  id: 'content.preview_template',
  method: 'POST',
  path: '/api/templates/preview',
  summary: 'A text as a real person of the caller’s scope, or the sample person, would see it',
  access: 'content.edit',
  scope: 'people',
  body: Type.Object({
    channel: channelKind,
    subject: Type.Optional(Type.String({ maxLength: 1_000 })),
    body: Type.String({ maxLength: 200_000 }),
    person: Type.Optional(
      Type.String({ description: 'Public id of the person; the sample person when absent' }),
    ),
  }),
  response: renderedMessage,
  errors: ['content.render_failed', 'profile.person_unknown'],
});

export const listVariables = defineRoute({
  id: 'content.list_variables',
  method: 'GET',
  path: '/api/templates/variables',
  summary: 'The variables a template may name, with display names and samples',
  access: 'content.read',
  scope: 'none',
  response: Type.Object({
    variables: Type.Array(
      Type.Object({
        name: Type.String(),
        zh: Type.String(),
        en: Type.String(),
        sample: Type.String(),
        optional: Type.Boolean(),
        eventOnly: Type.Boolean(),
      }),
    ),
  }),
  errors: [],
});

import { type Static, Type } from 'typebox';
import { channelKindNames, messageCategoryNames } from './channel-kinds.ts';

export const templateId = Type.String({ pattern: '^tpl_[a-z0-9]+$' });
export const channelKind = Type.Enum([...channelKindNames]);
export const messageCategory = Type.Enum([...messageCategoryNames]);
const instant = Type.String({ format: 'date-time' });
const name = Type.String({ minLength: 1, maxLength: 100 });
const subject = Type.String({ maxLength: 1_000, default: '' });
const body = Type.String({ maxLength: 200_000 });

/** Where a template is wrong and how to mend it; line and column start at 1 and point into `part`. */
export const templateProblem = Type.Object({
  part: Type.Enum(['subject', 'body']),
  line: Type.Integer(),
  column: Type.Integer(),
  severity: Type.Enum(['error', 'warning'], {
    description: 'An error keeps the draft from being published',
  }),
  code: Type.String(),
  zh: Type.String(),
  en: Type.String(),
});
export type TemplateProblem = Static<typeof templateProblem>;

/** A link of the template whose clicks are counted; `number` starts at 1. */
export const trackedLink = Type.Object({ number: Type.Integer(), url: Type.String() });
export type TrackedLink = Static<typeof trackedLink>;

export const newTemplate = Type.Object({
  name,
  channel: channelKind,
  category: messageCategory,
  org: Type.Optional(
    Type.String({ description: 'Code of the owning node; the caller’s top node when absent' }),
  ),
  subject: Type.Optional(subject),
  body,
});
export type NewTemplate = Static<typeof newTemplate>;

export const templateDraft = Type.Object({
  name: Type.Optional(name),
  category: Type.Optional(messageCategory),
  subject: Type.Optional(subject),
  body: Type.Optional(body),
});
export type TemplateDraft = Static<typeof templateDraft>;

const head = {
  id: templateId,
  name: Type.String(),
  channel: channelKind,
  category: messageCategory,
  org: Type.String(),
  state: Type.Enum(['draft', 'published', 'archived'], {
    description: 'published: has a version in force; a newer draft may exist beside it',
  }),
  publishedVersion: Type.Union([Type.Integer(), Type.Null()]),
  latestVersion: Type.Integer(),
  changedAt: instant,
};

export const templateSummary = Type.Object({
  ...head,
  excerpt: Type.String({ description: 'Beginning of the latest version, tags taken out' }),
});
export type TemplateSummary = Static<typeof templateSummary>;

/** A version never changes; saving makes the next one. */
export const templateVersion = Type.Object({
  version: Type.Integer(),
  subject: Type.String(),
  body: Type.String(),
  savedAt: instant,
  savedBy: Type.String(),
  publishedAt: Type.Union([instant, Type.Null()]),
});
export type TemplateVersion = Static<typeof templateVersion>;

export const template = Type.Object({
  ...head,
  latest: templateVersion,
  problems: Type.Array(templateProblem),
  variables: Type.Array(Type.String()),
  links: Type.Array(trackedLink),
});
export type Template = Static<typeof template>;

/** A message as a person would see it. */
export const renderedMessage = Type.Object({
  subject: Type.String(),
  body: Type.String(),
  format: Type.Enum(['text', 'html']),
  length: Type.Integer({ description: 'Characters of the body' }),
  lengthLimit: Type.Integer(),
  parts: Type.Integer({ description: 'Billed parts; 1 where the channel bills by message' }),
  missing: Type.Array(Type.String(), {
    description: 'Variables this person has no value for; their fallback was used',
  }),
});
export type RenderedMessage = Static<typeof renderedMessage>;

import { Type } from 'typebox';
import { pageOf, pageQuery } from '../kit/page.ts';
import { defineRoute } from '../kit/route.ts';
import { PersonRow } from '../segment/segments.ts';
import { PersonTag, TagCategory, TagDistribution, TagEdit, TagInput, TagView } from './tags.ts';

const tag = Type.Object({ tag: Type.String({ pattern: '^tag_[0-9a-z]+$' }) });
const category = Type.Object({ category: Type.String({ pattern: '^tgc_[0-9a-z]+$' }) });
const person = Type.Object({ person: Type.String() });
const personTag = Type.Object({
  person: Type.String(),
  tag: Type.String({ pattern: '^tag_[0-9a-z]+$' }),
});
const name = Type.String({ minLength: 1, maxLength: 100 });
const parent = Type.Union([Type.String({ pattern: '^tgc_[0-9a-z]+$' }), Type.Null()]);

export const listTagCategories = defineRoute({
  id: 'profile.list_tag_categories',
  method: 'GET',
  path: '/api/tag-categories',
  summary: 'The whole category tree, parents before children',
  access: 'tags.read',
  scope: 'none',
  response: Type.Object({ items: Type.Array(TagCategory) }),
  errors: [],
});

export const createTagCategory = defineRoute({
  id: 'profile.create_tag_category',
  method: 'POST',
  path: '/api/tag-categories',
  summary: 'Add a category',
  access: 'tags.edit',
  scope: 'none',
  body: Type.Object(
    { zh: name, en: name, parent, position: Type.Optional(Type.Integer()) },
    { additionalProperties: false },
  ),
  response: TagCategory,
  errors: ['profile.tag_category_unknown'],
  example: { request: { zh: '消费', en: 'Spending', parent: null } },
});

export const editTagCategory = defineRoute({
  id: 'profile.edit_tag_category',
  method: 'PATCH',
  path: '/api/tag-categories/:category',
  summary: 'Rename or move a category',
  access: 'tags.edit',
  scope: 'none',
  params: category,
  body: Type.Object(
    {
      zh: Type.Optional(name),
      en: Type.Optional(name),
      parent: Type.Optional(parent),
      position: Type.Optional(Type.Integer()),
    },
    { additionalProperties: false },
  ),
  response: TagCategory,
  errors: ['profile.tag_category_unknown', 'profile.tag_category_circular'],
});

export const deleteTagCategory = defineRoute({
  id: 'profile.delete_tag_category',
  method: 'DELETE',
  path: '/api/tag-categories/:category',
  summary: 'Remove an empty category',
  access: 'tags.edit',
  scope: 'none',
  params: category,
  response: Type.Object({ removed: Type.Boolean() }),
  errors: ['profile.tag_category_unknown', 'profile.tag_category_in_use'],
});

export const listTags = defineRoute({
  id: 'profile.list_tags',
  method: 'GET',
  path: '/api/tags',
  summary: 'Tags with coverage, newest first',
  access: 'tags.read',
  scope: 'none',
  query: Type.Object({
    ...pageQuery,
    search: Type.Optional(Type.String({ maxLength: 100 })),
    category: Type.Optional(Type.String({ pattern: '^tgc_[0-9a-z]+$' })),
    kind: Type.Optional(Type.String()),
    state: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('archived')])),
  }),
  response: pageOf(TagView),
  errors: ['profile.tag_category_unknown'],
});

const definitionErrors = [
  'profile.tag_definition_invalid',
  'profile.tag_category_unknown',
  'profile.tag_name_taken',
] as const;

export const createTag = defineRoute({
  id: 'profile.create_tag',
  method: 'POST',
  path: '/api/tags',
  summary: 'Make a tag; a computed one is computed at once',
  access: 'tags.edit',
  scope: 'none',
  body: TagInput,
  response: TagView,
  errors: [...definitionErrors],
});

export const getTag = defineRoute({
  id: 'profile.get_tag',
  method: 'GET',
  path: '/api/tags/:tag',
  summary: 'One tag with its definition, coverage and a running computation',
  access: 'tags.read',
  scope: 'none',
  params: tag,
  response: TagView,
  errors: ['profile.tag_unknown'],
});

export const editTag = defineRoute({
  id: 'profile.edit_tag',
  method: 'PATCH',
  path: '/api/tags/:tag',
  summary: 'Change a tag; a changed definition is computed again',
  access: 'tags.edit',
  scope: 'none',
  params: tag,
  body: TagEdit,
  response: TagView,
  errors: [
    'profile.tag_unknown',
    'profile.tag_archived',
    'profile.tag_kind_fixed',
    ...definitionErrors,
  ],
});

export const archiveTag = defineRoute({
  id: 'profile.archive_tag',
  method: 'POST',
  path: '/api/tags/:tag/archive',
  summary: 'Take a tag out of use; what people had is kept',
  access: 'tags.edit',
  scope: 'none',
  params: tag,
  response: TagView,
  errors: ['profile.tag_unknown'],
});

export const computeTag = defineRoute({
  id: 'profile.compute_tag',
  method: 'POST',
  path: '/api/tags/:tag/compute',
  summary: 'Compute a tag again now',
  access: 'tags.edit',
  scope: 'none',
  params: tag,
  response: TagView,
  errors: ['profile.tag_unknown', 'profile.tag_archived', 'profile.tag_is_manual'],
});

export const getTagDistribution = defineRoute({
  id: 'profile.get_tag_distribution',
  method: 'GET',
  path: '/api/tags/:tag/distribution',
  summary: "How the people of the caller's data spread over the values",
  access: 'tags.read',
  scope: 'people',
  params: tag,
  response: TagDistribution,
  errors: ['profile.tag_unknown'],
});

export const listTagPeople = defineRoute({
  id: 'profile.list_tag_people',
  method: 'GET',
  path: '/api/tags/:tag/people',
  summary: 'People who have the tag, or one value of it',
  access: 'tags.read',
  scope: 'people',
  params: tag,
  query: Type.Object({ ...pageQuery, value: Type.Optional(Type.String({ maxLength: 200 })) }),
  response: pageOf(PersonRow),
  errors: ['profile.tag_unknown'],
});

export const listPersonTags = defineRoute({
  id: 'profile.list_person_tags',
  method: 'GET',
  path: '/api/people/:person/tags',
  summary: 'The tags of one person',
  access: 'tags.read',
  scope: 'people',
  params: person,
  response: Type.Object({ items: Type.Array(PersonTag) }),
  errors: ['profile.person_unknown'],
});

export const assignPersonTag = defineRoute({
  id: 'profile.assign_person_tag',
  method: 'PUT',
  path: '/api/people/:person/tags/:tag',
  summary: 'Give one person a manual tag',
  access: 'tags.edit',
  scope: 'people',
  params: personTag,
  body: Type.Object(
    { value: Type.String({ minLength: 1, maxLength: 200 }) },
    { additionalProperties: false },
  ),
  response: Type.Object({ items: Type.Array(PersonTag) }),
  errors: [
    'profile.person_unknown',
    'profile.tag_unknown',
    'profile.tag_not_manual',
    'profile.tag_archived',
    'profile.tag_value_unknown',
  ],
});

export const unassignPersonTag = defineRoute({
  id: 'profile.unassign_person_tag',
  method: 'DELETE',
  path: '/api/people/:person/tags/:tag',
  summary: 'Take a manual tag from one person',
  access: 'tags.edit',
  scope: 'people',
  params: personTag,
  response: Type.Object({ items: Type.Array(PersonTag) }),
  errors: ['profile.person_unknown', 'profile.tag_unknown', 'profile.tag_not_manual'],
});

export const tagRoutes = [
  listTagCategories,
  createTagCategory,
  editTagCategory,
  deleteTagCategory,
  listTags,
  createTag,
  getTag,
  editTag,
  archiveTag,
  computeTag,
  getTagDistribution,
  listTagPeople,
  listPersonTags,
  assignPersonTag,
  unassignPersonTag,
] as const;

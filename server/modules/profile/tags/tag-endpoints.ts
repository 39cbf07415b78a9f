import type { Endpoint } from '../../../platform/http/index.ts';
import * as categories from './routes/categories.ts';
import * as tags from './routes/change-tags.ts';
import { list } from './routes/list-tags.ts';
import * as personTags from './routes/person-tags.ts';
import * as tagPeople from './routes/tag-people.ts';

/** Endpoints of tags, part of the module profile. */
export const tagEndpoints: readonly Endpoint[] = [
  categories.list,
  categories.create,
  categories.edit,
  categories.remove,
  list,
  tags.make,
  tags.read,
  tags.change,
  tags.archive,
  tags.compute,
  tagPeople.distribution,
  tagPeople.people,
  personTags.list,
  personTags.assign,
  personTags.unassign,
];

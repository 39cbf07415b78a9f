import { assignPersonTag, listPersonTags, unassignPersonTag } from '@siyu/contract/profile';
import { endpoint } from '../../../../platform/http/index.ts';
import { personInScope } from '../../people/person-in-scope.ts';
import { manualTag, tagPeople } from '../assign-tag.ts';
import { tagsOfPerson } from '../tags-of-person.ts';

export const list = endpoint(listPersonTags, async ({ platform, actor, params }) => {
  const { person_id } = await personInScope(platform.postgres.db(), actor.scope, params.person);
  return { items: await tagsOfPerson(platform, person_id) };
});

export const assign = endpoint(assignPersonTag, async ({ platform, actor, params, body }) => {
  const { person_id } = await personInScope(platform.postgres.db(), actor.scope, params.person);
  const tag = await manualTag(platform, params.tag, body.value);
  await tagPeople(platform, actor, tag, [person_id], body.value, params.person);
  return { items: await tagsOfPerson(platform, person_id) };
});

export const unassign = endpoint(unassignPersonTag, async ({ platform, actor, params }) => {
  const { person_id } = await personInScope(platform.postgres.db(), actor.scope, params.person);
  const tag = await manualTag(platform, params.tag, null);
  await tagPeople(platform, actor, tag, [person_id], null, params.person);
  return { items: await tagsOfPerson(platform, person_id) };
});

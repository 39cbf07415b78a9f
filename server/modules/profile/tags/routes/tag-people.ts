import { getTagDistribution, listTagPeople } from '@siyu/contract/profile';
import { endpoint } from '../../../../platform/http/index.ts';
import { distributionOfTag } from '../distribution-of-tag.ts';
import { peopleOfTag } from '../people-of-tag.ts';
import { tagByPublicId } from '../store/tag-by-public-id.ts';

export const distribution = endpoint(getTagDistribution, async ({ platform, actor, params }) => {
  const tag = await tagByPublicId(platform.postgres.db<unknown>(), params.tag);
  return distributionOfTag(platform, actor.scope, tag);
});

export const people = endpoint(listTagPeople, async ({ platform, actor, params, query }) => {
  const { public_id: tag } = await tagByPublicId(platform.postgres.db<unknown>(), params.tag);
  const { value, cursor, limit = 50 } = query;
  const rule = { kind: 'tag' as const, tag, ...(value === undefined ? {} : { values: [value] }) };
  return peopleOfTag(platform, actor, rule, { cursor, limit });
});

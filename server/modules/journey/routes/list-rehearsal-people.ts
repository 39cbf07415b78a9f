import { listRehearsalPeople } from '@siyu/contract/journey';
import { decodeCursor, encodeCursor, endpoint, problem } from '../../../platform/http/index.ts';
import { describePeople } from '../../profile/index.ts';
import { campaignInScope } from '../store/campaigns.ts';
import { rehearsalOf, rehearsedPeople } from '../store/rehearsals.ts';

export const listRehearsalPeopleEndpoint = endpoint(
  listRehearsalPeople,
  async ({ platform, actor, params, query: { cursor, limit = 50, reason = '' } }) => {
    const db = platform.postgres.db<unknown>();
    const { campaignId } = await campaignInScope(db, actor.scope, params.campaign);
    const rehearsal = await rehearsalOf(db, campaignId);
    if (!rehearsal) throw problem('journey.rehearsal_missing');
    const after = cursor ? Number(decodeCursor(cursor, 1)[0]) : 0;
    const { generation } = rehearsal;
    const people = await rehearsedPeople(db, campaignId, { generation, reason, after, limit });
    const lines = await describePeople(platform, people, actor);
    const last = people.length === limit ? people.at(-1) : undefined;
    return {
      items: lines.map(({ person, title }) => ({ id: person, name: title })),
      next: last === undefined ? null : encodeCursor([last]),
    };
  },
);

import { insightRoutes } from '@siyu/contract/insight';
import { endpoint } from '../../../platform/http/index.ts';
import { countPeople, listPeople } from '../people/list-people.ts';
import { savePeople } from '../people/save-people.ts';

const listPeopleEndpoint = endpoint(insightRoutes.listPeople, ({ platform, actor, body }) =>
  listPeople(platform, actor, body.question, { cursor: body.cursor, limit: body.limit ?? 50 }),
);

const countPeopleEndpoint = endpoint(insightRoutes.countPeople, ({ platform, actor, body }) =>
  countPeople(platform, actor, body.question),
);

const savePeopleEndpoint = endpoint(insightRoutes.savePeople, ({ platform, actor, body }) =>
  savePeople(platform, actor, body.question, body.name),
);

export const peopleEndpoints = [listPeopleEndpoint, countPeopleEndpoint, savePeopleEndpoint];

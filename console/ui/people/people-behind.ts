import { insightRoutes } from '@siyu/contract/insight';
import { listCampaignPeople, listRehearsalPeople } from '@siyu/contract/journey';
import {
  createFromPeople,
  createSegment,
  type PersonRow,
  peopleOfRule,
  previewRule,
} from '@siyu/contract/segment';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../kit/api/index.ts';
import type { PeopleOf } from './people-context.ts';

/** A row of people as far as its source knows them. */
export type Row = Pick<PersonRow, 'person' | 'title' | 'phone' | 'email' | 'city'> & {
  readonly lastSeenAt: string | null;
};

interface Page {
  readonly items: readonly Row[];
  readonly next: string | null;
}

/** Query options of the people, page by page, whatever means them. */
export const peopleBehind = (of: PeopleOf) =>
  infiniteQueryOptions({
    queryKey: ['people-behind', of, 'pages'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => fetchPage(of, pageParam, 50, signal),
    getNextPageParam: (page: Page) => page.next,
  });

async function fetchPage(
  of: PeopleOf,
  cursor: string | null,
  limit: number,
  signal?: AbortSignal,
): Promise<Page> {
  const page = { limit, ...(cursor === null ? {} : { cursor }) };
  const abort = signal ? { signal } : {};
  if ('rule' in of) return call(peopleOfRule, { body: { rule: of.rule, ...page }, ...abort });
  if ('question' in of) {
    return call(insightRoutes.listPeople, { body: { question: of.question, ...page }, ...abort });
  }
  const reason = of.reason ? { reason: of.reason } : {};
  if ('rehearsal' in of) {
    const { items, next } = await call(listRehearsalPeople, {
      params: { campaign: of.rehearsal },
      query: { ...page, ...reason },
      ...abort,
    });
    return { items: items.map(rowOf), next };
  }
  const { items, next } = await call(listCampaignPeople, {
    params: { campaign: of.campaign },
    query: { ...page, group: of.group, ...reason, ...(of.run ? { run: of.run } : {}) },
    ...abort,
  });
  return { items: items.map(({ person }) => rowOf(person)), next };
}

const rowOf = ({ id, name }: { readonly id: string; readonly name: string | null }): Row => ({
  person: id,
  title: name ?? id,
  phone: null,
  email: null,
  city: null,
  lastSeenAt: null,
});

/** How many known people there are; null where only the list itself knows. */
export async function countBehind(of: PeopleOf): Promise<number | null> {
  if ('rule' in of) return (await call(previewRule, { body: { rule: of.rule } })).count.known;
  if ('question' in of) {
    return (await call(insightRoutes.countPeople, { body: { question: of.question } })).known;
  }
  return null;
}

/** Saves the people as a static segment and gives its id. */
export async function saveBehind(of: PeopleOf, name: string): Promise<string> {
  if ('rule' in of) {
    const body = { name, kind: 'static' as const, rule: of.rule };
    return (await call(createSegment, { body })).segment;
  }
  if ('question' in of) {
    const body = { question: of.question, name };
    return (await call(insightRoutes.savePeople, { body })).segment;
  }
  const people = new Set<string>();
  let next: string | null = null;
  do {
    const page: Page = await fetchPage(of, next, 200);
    for (const row of page.items) people.add(row.person);
    next = page.next;
  } while (next !== null);
  return (await call(createFromPeople, { body: { name, people: [...people] } })).segment;
}

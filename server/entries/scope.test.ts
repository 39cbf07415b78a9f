import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Message } from '@siyu/contract/collect';
import { personRoutes } from '@siyu/contract/profile';
import { accept, createSource } from '../modules/collect/index.ts';
import { startPipeline } from '../pipeline/index.ts';
import type { Endpoint } from '../platform/http/index.ts';
import { type LoggedIn, type TestApp, testApp } from '../testing/app.ts';
import { modules } from './modules.ts';

/** What of the other store's customer must never be seen; each is stated nowhere else. */
const secrets = {
  phoneTail: '7731',
  city: '喀什特别市',
  order: 'ORDER-OF-THE-OTHER-STORE',
  product: '别店专供冰箱',
  event: 'visited_only_there',
};

let app: TestApp;
let other: { readonly person: string; readonly source: string };
let here: string;
const insiders: LoggedIn[] = [];

before(async () => {
  app = await testApp();
  const { platform } = app;
  const db = platform.postgres.db<unknown>();
  const brand = (await app.aBrand()).code;
  const [mine, theirs] = [await app.aStore({ parent: brand }), await app.aStore({ parent: brand })];
  const pipeline = await startPipeline(platform);
  const pos = (orgId: number, name: string) =>
    createSource(db, { kind: 'pos', channel: 'store', name, orgId }, platform.clock.now());
  const [ourTill, theirTill] = [
    await pos(mine.orgId, '本店收银'),
    await pos(theirs.orgId, '别店收银机'),
  ];
  const time = platform.clock.now().toISOString();
  const theirPhone = [{ kind: 'phone', value: `1391234${secrets.phoneTail}` }] as const;
  const messages: Message[] = [
    {
      messageId: '1',
      type: 'identify',
      time,
      identifiers: theirPhone,
      traits: { name: '欧阳别店', city: secrets.city },
    },
    {
      messageId: '2',
      type: 'track',
      time,
      identifiers: theirPhone,
      event: secrets.event,
      properties: { product: secrets.product },
    },
    {
      messageId: '3',
      type: 'document',
      time,
      identifiers: theirPhone,
      document: {
        kind: 'order',
        number: secrets.order,
        currency: 'CNY',
        placedAt: time,
        status: 'paid',
        store: theirs.code,
        buyer: theirPhone,
        lines: [
          {
            sku: 'X1',
            name: secrets.product,
            category: '冰箱',
            quantity: 1,
            unitPrice: '3999.00',
            amount: 399900,
          },
        ],
      },
    },
  ];
  await accept(platform, { sourceId: theirTill.sourceId, messages });
  await accept(platform, {
    sourceId: ourTill.sourceId,
    messages: [
      {
        messageId: '1',
        type: 'identify',
        time,
        identifiers: [{ kind: 'phone', value: '13912348888' }],
        traits: { name: '本店客', city: '青岛' },
      },
    ],
  });
  await pipeline.idle();
  await pipeline.close();
  other = {
    person:
      (
        await app.call(personRoutes.listPeople, {
          query: { search: `1391234${secrets.phoneTail}` },
        })
      ).items[0]?.person ?? '',
    source: theirTill.publicId,
  };
  here =
    (await app.call(personRoutes.listPeople, { query: { search: '13912348888' } })).items[0]
      ?.person ?? '';
  for (const role of ['operator', 'analyst', 'guide', 'admin'] as const)
    insiders.push(await app.login(role, mine.code));
});
after(() => app.close());

const endpoints: readonly Endpoint[] = modules.flatMap((module) => module.endpoints);

it('the other store’s customer is there to be found', () => {
  assert.match(other.person, /^per_/);
  assert.match(here, /^per_/);
});

it('a store’s own people are seen there', async () => {
  for (const insider of insiders) {
    const { items } = await app.call(personRoutes.listPeople, {}, insider);
    assert.deepEqual(
      items.map(({ person }) => person),
      [here],
    );
  }
});

it('no route shows another store’s customer to a user of this store', async (t) => {
  const marks = [
    secrets.phoneTail,
    secrets.city,
    secrets.order,
    secrets.product,
    other.person,
    '欧**',
    other.source,
    '别店收银机',
  ];
  let asked = 0;
  // What is sold is the brand's catalogue, not the store's secret: routes without a data scope may name it.
  const marksFor = (scope: string) =>
    scope === 'none' ? marks.filter((mark) => mark !== secrets.product) : marks;
  for (const { route } of endpoints) {
    if (route.access === 'write_key' || route.method === 'DELETE') continue;
    const searches =
      route.query && 'search' in route.query.properties
        ? [other.person, secrets.phoneTail, secrets.order]
        : [undefined];
    for (const search of searches) {
      for (const insider of insiders) {
        const answer: Answer = await app.ask(
          route,
          {
            params: paramsOf(route.path) as never,
            ...(search === undefined ? {} : { query: { search } as never }),
            ...(route.method === 'GET'
              ? {}
              : { body: { reason: 'test', person: other.person } as never }),
          },
          insider,
        );
        asked += 1;
        const text = answer.raw.payload.replaceAll(echoOf(route.path), '');
        // A problem repeats what was asked for; only an answer can betray anything.
        const seen: readonly string[] =
          answer.status < 300
            ? marksFor(route.scope).filter((mark) => text.includes(mark))
            : marks.slice(1, 4).filter((mark) => text.includes(mark));
        assert.deepEqual(seen, [], `${route.id} shows ${seen.join(', ')} to ${insider.login}`);
      }
    }
  }
  t.diagnostic(`${asked} requests over ${endpoints.length} routes`);
});

/** The id of what belongs to the other store for each parameter that a path names. */
function paramsOf(path: string): Record<string, string> {
  const values: Record<string, string> = {
    person: other.person,
    source: other.source,
    document: secrets.order,
    order: secrets.order,
    number: secrets.order,
    name: secrets.event,
  };
  return Object.fromEntries(
    [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, values[name] ?? 'unknown']),
  );
}

type Answer = Awaited<ReturnType<TestApp['ask']>>;

const echoOf = (path: string): string =>
  path.includes(':person') ? `"person":"${other.person}"` : '\u0000';

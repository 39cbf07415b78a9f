import { personRoutes } from '@siyu/contract/profile';
import { type Act, identifiersOf, memberFile, type World } from '@siyu/simulator';
import type { Client } from './client.ts';
import { inFlight } from './in-flight.ts';

/** An identifier as `kind value`. */
type Key = string;

/** The parts of one human that the statements tie together: what the platform should have found, and no more. */
export interface TrueComponent {
  readonly human: number;
  readonly keys: readonly Key[];
}

/** Joins identifiers that were stated together by the same human; what two humans share ties nothing. */
export function trueComponents(world: World): readonly TrueComponent[] {
  const { seed, people } = world.settings;
  const owners = new Map<Key, number>();
  const shared = new Set<Key>();
  for (let human = 0; human < people; human++) {
    for (const { kind, value } of identifiersOf(seed, world.person(human))) {
      const key = `${kind} ${value}`;
      if (owners.has(key) && owners.get(key) !== human) shared.add(key);
      owners.set(key, human);
    }
  }
  const parents = new Map<Key, Key>();
  const rootOf = (key: Key): Key => {
    const parent = parents.get(key);
    if (parent === undefined || parent === key) {
      parents.set(key, key);
      return key;
    }
    const root = rootOf(parent);
    parents.set(key, root);
    return root;
  };
  const join = (keys: readonly Key[]): void => {
    const own = keys.filter((key) => owners.has(key) && !shared.has(key));
    for (const key of own) parents.set(rootOf(own[0] as Key), rootOf(key));
  };
  for (const row of memberFile(world)) join(keysOfRow(row));
  for (const act of world.acts()) join(keysOfAct(act));
  const components = new Map<Key, Key[]>();
  for (const key of parents.keys()) {
    const root = rootOf(key);
    components.set(root, [...(components.get(root) ?? []), key]);
  }
  return [...components].map(([root, keys]) => ({ human: owners.get(root) as number, keys }));
}

const keysOfRow = (row: Readonly<Record<string, string>>): Key[] => [
  `user_id ${row.会员编号}`,
  `member_card ${row.会员卡号}`,
  `phone ${row.手机号}`,
  `email ${row.邮箱}`,
];

function keysOfAct(act: Act): Key[] {
  if (act.kind === 'document') {
    return 'buyer' in act.document
      ? act.document.buyer.map(({ kind, value }) => `${kind} ${value}`)
      : [];
  }
  const { userId, anonymousId, traits, context } = act.call;
  const device = context?.device as { readonly id?: string } | undefined;
  const stated = {
    ...(context?.traits as Readonly<Record<string, unknown>> | undefined),
    ...traits,
  };
  return [
    `user_id ${userId}`,
    `anonymous_id ${anonymousId}`,
    `device_id ${device?.id}`,
    ...Object.entries(stated).map(([name, value]) => `${name} ${String(value)}`),
  ];
}

/** Which person the platform finds under each identifier; those it does not find are absent. */
export async function personsUnder(
  client: Client,
  keys: readonly Key[],
): Promise<ReadonlyMap<Key, string>> {
  const found = new Map<Key, string>();
  const flight = inFlight(4);
  for (const key of keys) {
    await flight.add(async () => {
      const search = key.slice(key.indexOf(' ') + 1);
      const { items } = await client.call(personRoutes.listPeople, {
        query: { search, kind: 'all' },
      });
      if (items[0]) found.set(key, items[0].person);
    });
  }
  await flight.settle();
  return found;
}

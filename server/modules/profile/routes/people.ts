import { personRoutes } from '@siyu/contract/profile';
import {
  decodeCursor,
  type Endpoint,
  encodeCursor,
  endpoint,
  problem,
} from '../../../platform/http/index.ts';
import { ordersOf, ownedProductsOf } from '../../commerce/index.ts';
import { identitiesOfPeople, recentPeople } from '../../identity/index.ts';
import { recordAudit } from '../../org/index.ts';
import { erasureByPublicId, readBoxes } from '../../privacy/index.ts';
import { copyPerson } from '../people/copy-person.ts';
import { describeRows } from '../people/describe-people.ts';
import { findPeople } from '../people/find-people.ts';
import { orderErasure } from '../people/order-erasure.ts';
import { personInScope } from '../people/person-in-scope.ts';
import { personTimeline } from '../people/person-timeline.ts';
import { showPerson } from '../people/show-person.ts';
import { stateAboutPerson } from '../people/state-about-person.ts';

const list = endpoint(personRoutes.listPeople, async ({ platform, actor, query }) => {
  if (query.search !== undefined && query.search.trim() !== '') {
    return {
      items: [
        ...(await describeRows(platform, await findPeople(platform, actor.scope, query.search))),
      ],
      next: null,
    };
  }
  const limit = query.limit ?? 50;
  const after =
    query.cursor === undefined
      ? undefined
      : (decodeCursor(query.cursor, 2) as readonly [string, number]);
  const rows = await recentPeople(platform.postgres.db<unknown>(), actor.scope, {
    limit,
    kind: query.kind ?? 'known',
    ...(after ? { after } : {}),
  });
  const last = rows.at(-1);
  return {
    items: [...(await describeRows(platform, rows))],
    next:
      last && rows.length === limit
        ? encodeCursor([last.last_seen_at.toISOString(), last.person_id])
        : null,
  };
});

const show = endpoint(personRoutes.showPerson, ({ platform, actor, params }) =>
  showPerson(platform, actor, params.person),
);

const timeline = endpoint(personRoutes.personTimeline, ({ platform, actor, params, query }) =>
  personTimeline(platform, actor.scope, params.person, { ...query, limit: query.limit ?? 50 }),
);

const orders = endpoint(personRoutes.personOrders, async ({ platform, actor, params, query }) => {
  const db = platform.postgres.db<unknown>();
  const { person_id } = await personInScope(db, actor.scope, params.person);
  const identities = await identitiesOfPeople(db, [person_id]);
  return ordersOf(
    platform,
    identities.map((identity) => identity.identity_id),
    { cursor: query.cursor, limit: query.limit ?? 50 },
  );
});

const products = endpoint(personRoutes.personProducts, async ({ platform, actor, params }) => {
  const db = platform.postgres.db<unknown>();
  const { person_id } = await personInScope(db, actor.scope, params.person);
  const identities = await identitiesOfPeople(db, [person_id]);
  const owned = await ownedProductsOf(
    platform,
    identities.map((identity) => identity.identity_id),
  );
  return { items: [...owned] };
});

const reveal = endpoint(
  personRoutes.revealPerson,
  async ({ platform, actor, params, body, raw }) => {
    const db = platform.postgres.db<unknown>();
    const { person_id } = await personInScope(db, actor.scope, params.person);
    // Logged before anything is shown: no look without a trace.
    await recordAudit(platform, null, {
      actor,
      action: 'profile.reveal_person',
      object: params.person,
      detail: { reason: body.reason },
      ip: raw.request.ip,
    });
    const box = (await readBoxes(db, platform.keys, [person_id])).get(person_id);
    return {
      identifiers: Object.values(box?.identifiers ?? {}).map(({ kind, value }) => ({
        kind,
        value,
      })),
      traits: Object.fromEntries(
        Object.entries(box?.traits ?? {}).map(([name, { value }]) => [name, value]),
      ),
    };
  },
);

const edit = endpoint(personRoutes.editTraits, ({ platform, actor, params, body, raw }) =>
  stateAboutPerson(platform, actor, {
    person: params.person,
    action: 'profile.edit_traits',
    content: { traits: body.traits },
    ip: raw.request.ip,
  }),
);

const consent = endpoint(personRoutes.recordConsent, ({ platform, actor, params, body, raw }) =>
  stateAboutPerson(platform, actor, {
    person: params.person,
    action: 'profile.record_consent',
    content: {
      consents: [
        {
          purpose: body.purpose,
          channel: body.channel,
          state: body.state,
          evidence: { staff: actor.id, note: body.evidence },
          ...(body.brand === undefined ? {} : { org: body.brand }),
        },
      ],
    },
    ip: raw.request.ip,
  }),
);

const copy = endpoint(personRoutes.copyPerson, async ({ platform, actor, params, raw }) => {
  await recordAudit(platform, null, {
    actor,
    action: 'profile.copy_person',
    object: params.person,
    detail: {},
    ip: raw.request.ip,
  });
  return { person: params.person, parts: await copyPerson(platform, actor.scope, params.person) };
});

const erase = endpoint(
  personRoutes.erasePerson,
  async ({ platform, actor, params, body, raw }) => ({
    erasure: await orderErasure(platform, actor, {
      person: params.person,
      reason: body.reason,
      ip: raw.request.ip,
    }),
  }),
);

const erasure = endpoint(personRoutes.showErasure, async ({ platform, params }) => {
  const row = await erasureByPublicId(platform.postgres.db<unknown>(), params.erasure);
  if (!row) throw problem('platform.not_found', { what: params.erasure });
  return {
    erasure: row.public_id,
    requestedAt: row.requested_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
    clickhouseAt: row.proof?.clickhouseAt ?? null,
    tables: [...(row.proof?.tables ?? [])],
    identities: row.proof?.identities ?? 0,
  };
});

export const peopleEndpoints: readonly Endpoint[] = [
  list,
  show,
  timeline,
  orders,
  products,
  reveal,
  edit,
  consent,
  copy,
  erase,
  erasure,
];

import { addTester, listTesters, removeTester } from '@siyu/contract/channel';
import {
  decodeCursor,
  type Endpoint,
  encodeCursor,
  endpoint,
} from '../../../platform/http/index.ts';
import { actorNames, recordAudit } from '../../org/index.ts';
import { personInScope } from '../../profile/index.ts';
import { personRefs } from '../person-refs.ts';
import { deleteTester, insertTester, testerPage } from '../store/testers.ts';

const list = endpoint(listTesters, async ({ platform, actor, query: { cursor, limit = 50 } }) => {
  const db = platform.postgres.db<unknown>();
  const after = cursor ? Number(decodeCursor(cursor, 1)[0]) : 0;
  const rows = await testerPage(db, after, limit + 1);
  const people = await personRefs(
    platform,
    actor,
    rows.map(({ personId }) => personId),
  );
  const names = await actorNames(
    db,
    rows.map(({ addedBy }) => addedBy),
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).flatMap(({ personId, addedBy, addedAt }) => {
      const person = people.get(personId);
      if (!person) return [];
      const by = names.get(addedBy) ?? addedBy;
      return [{ person, addedBy: by, addedAt: addedAt.toISOString() }];
    }),
    next: last ? encodeCursor([last.identityId]) : null,
  };
});

const add = endpoint(addTester, async ({ platform, actor, body, raw }) => {
  const db = platform.postgres.db<unknown>();
  const { person_id } = await personInScope(db, actor.scope, body.person);
  const by = { actor: actor.id, at: platform.clock.now() };
  const added = await insertTester(db, person_id, by);
  const ip = raw.request.ip;
  await recordAudit(platform, null, {
    actor,
    action: 'channel.add_tester',
    object: body.person,
    ip,
  });
  return { added };
});

const remove = endpoint(removeTester, async ({ platform, actor, params, raw }) => {
  const db = platform.postgres.db<unknown>();
  const { person_id } = await personInScope(db, actor.scope, params.person);
  const removed = await deleteTester(db, person_id);
  const ip = raw.request.ip;
  await recordAudit(platform, null, {
    actor,
    action: 'channel.remove_tester',
    object: params.person,
    ip,
  });
  return { removed };
});

export const testerEndpoints: readonly Endpoint[] = [list, add, remove];

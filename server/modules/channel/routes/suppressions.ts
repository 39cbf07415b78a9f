import { addSuppression, listSuppressions, removeSuppression } from '@siyu/contract/channel';
import { channelKinds } from '@siyu/contract/content';
import { identifierKinds } from '@siyu/contract/identity';
import {
  decodeCursor,
  type Endpoint,
  encodeCursor,
  endpoint,
  problem,
} from '../../../platform/http/index.ts';
import { identitiesOfPeople } from '../../identity/index.ts';
import { recordAudit } from '../../org/index.ts';
import { personInScope } from '../../profile/index.ts';
import { personRefs } from '../person-refs.ts';
import { numberOf, suppressionIdOf } from '../public-ids.ts';
import { insertSuppressions } from '../store/insert-suppressions.ts';
import { deleteSuppression, suppressionPage } from '../store/suppressions.ts';

const list = endpoint(listSuppressions, async ({ platform, actor, query }) => {
  const { cursor, limit = 50, person, ...filter } = query;
  const db = platform.postgres.db<unknown>();
  const hashes = person === undefined ? undefined : await hashesOf(person);
  async function hashesOf(publicId: string) {
    const { person_id } = await personInScope(db, actor.scope, publicId);
    return (await identitiesOfPeople(db, [person_id])).map(({ hash }) => hash);
  }
  const before = cursor ? Number(decodeCursor(cursor, 1)[0]) : Number.MAX_SAFE_INTEGER;
  const page = { ...filter, hashes, before, limit: limit + 1 };
  const rows = await suppressionPage(db, actor.scope, page);
  const people = await personRefs(
    platform,
    actor,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((row) => ({
      id: suppressionIdOf(row.suppressionId),
      channel: row.channel,
      reason: row.reason,
      person: row.personId === null ? null : (people.get(row.personId) ?? null),
      note: row.note,
      since: row.at.toISOString(),
    })),
    next: last ? encodeCursor([last.suppressionId]) : null,
  };
});

const add = endpoint(addSuppression, async ({ platform, actor, body, raw }) => {
  const { person, channel, note = '' } = body;
  const db = platform.postgres.db<unknown>();
  const { person_id } = await personInScope(db, actor.scope, person);
  const { code } = identifierKinds[channelKinds[channel].address];
  const identities = await identitiesOfPeople(db, [person_id]);
  const hashes = identities.filter(({ kind }) => kind === code).map(({ hash }) => hash);
  if (hashes.length === 0)
    throw problem('channel.no_address', { person, channel: channelKinds[channel] });
  const entry = { reason: 'blocked' as const, note, at: platform.clock.now() };
  const added = await insertSuppressions(db, channel, hashes, entry);
  await recordAudit(platform, null, {
    actor,
    action: 'channel.add_suppression',
    object: person,
    detail: { channel, note },
    ip: raw.request.ip,
  });
  return { added };
});

const remove = endpoint(removeSuppression, async ({ platform, actor, params, raw }) => {
  const number = numberOf(params.suppression);
  const isRemoved = await deleteSuppression(platform.postgres.db<unknown>(), actor.scope, number);
  if (!isRemoved) throw problem('channel.suppression_unknown', { suppression: params.suppression });
  await recordAudit(platform, null, {
    actor,
    action: 'channel.remove_suppression',
    object: params.suppression,
    ip: raw.request.ip,
  });
  return { removed: true };
});

export const suppressionEndpoints: readonly Endpoint[] = [list, add, remove];

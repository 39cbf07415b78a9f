import {
  archiveSegment,
  createSegment as createRoute,
  editSegment as editRoute,
  createFromIdentifiers as fromIdentifiersRoute,
  createFromPeople as fromPeopleRoute,
  refreshSegment,
  tagMembers as tagRoute,
} from '@siyu/contract/segment';
import { endpoint, problem } from '../../../platform/http/index.ts';
import { recordAudit } from '../../org/index.ts';
import { manualTag } from '../../profile/index.ts';
import { createFromIdentifiers } from '../create-from-identifiers.ts';
import { createFromPeople } from '../create-from-people.ts';
import { createSegment } from '../create-segment.ts';
import { editSegment } from '../edit-segment.ts';
import { showSegment } from '../show-segments.ts';
import { startCount } from '../start-count.ts';
import { usersOf } from '../store/dependencies.ts';
import { changeSegmentRow } from '../store/put-segment.ts';
import { segmentInScope } from '../store/segment-by-public-id.ts';
import { type TagMembers, tagJob } from '../tag-members.ts';

export const create = endpoint(createRoute, ({ platform, actor, body }) =>
  createSegment(platform, actor, body),
);

export const edit = endpoint(editRoute, ({ platform, actor, params, body }) =>
  editSegment(platform, actor, params.segment, body),
);

export const archive = endpoint(
  archiveSegment,
  async ({ platform, actor, params: { segment } }) => {
    const db = platform.postgres.db<unknown>();
    const row = await segmentInScope(db, actor.scope, segment);
    const users = await usersOf(db, row.segment_id);
    if (users.length > 0) throw problem('segment.in_use', { by: users.join(', ') });
    await platform.postgres.transaction(async (tx) => {
      const archived = { ...row, state: 'archived' as const, refresh: 'off' as const };
      await changeSegmentRow(tx, row.segment_id, archived, platform.clock.now());
      await recordAudit(platform, tx, {
        actor,
        action: 'segment.archive_segment',
        object: segment,
      });
    });
    return showSegment(platform, await segmentInScope(db, actor.scope, segment));
  },
);

export const refresh = endpoint(
  refreshSegment,
  async ({ platform, actor, params: { segment } }) => {
    const db = platform.postgres.db<unknown>();
    const row = await segmentInScope(db, actor.scope, segment);
    if (row.state === 'archived') throw problem('segment.archived', { segment });
    if (row.rule === null) throw problem('segment.list_is_fixed', { segment });
    await platform.postgres.transaction((tx) => startCount(platform, tx, row));
    return showSegment(platform, await segmentInScope(db, actor.scope, segment));
  },
);

export const fromPeople = endpoint(fromPeopleRoute, ({ platform, actor, body }) =>
  createFromPeople(platform, actor, body),
);

export const fromIdentifiers = endpoint(fromIdentifiersRoute, ({ platform, actor, body }) =>
  createFromIdentifiers(platform, actor, body),
);

export const tag = endpoint(tagRoute, async ({ platform, actor, params: { segment }, body }) => {
  const row = await segmentInScope(platform.postgres.db<unknown>(), actor.scope, segment);
  if (row.version === 0) throw problem('segment.not_counted_yet', { segment });
  const value = body.act === 'unassign' ? null : (body.value ?? '');
  await manualTag(platform, body.tag, value);
  const work: TagMembers = {
    segment,
    tag: body.tag,
    value,
    actorId: actor.id,
    scopeRootId: actor.scope.rootId,
  };
  return platform.jobs.add(tagJob, { ...work }, { subject: segment, queue: tagJob });
});

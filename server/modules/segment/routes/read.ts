import {
  getSegment,
  getVocabulary,
  listMembers,
  listSegments,
  listVersions,
  suggestValues as suggest,
} from '@siyu/contract/segment';
import { decodeCursor, encodeCursor, endpoint, problem } from '../../../platform/http/index.ts';
import { peopleOfRule } from '../people-of-rule.ts';
import { showSegment, showSegments } from '../show-segments.ts';
import { segmentInScope } from '../store/segment-by-public-id.ts';
import { segmentPage } from '../store/segment-page.ts';
import { versionPage } from '../store/versions.ts';
import { suggestValues } from '../suggest-values.ts';
import { vocabulary } from '../vocabulary.ts';

const before = (cursor: string | undefined) =>
  cursor === undefined ? undefined : Number(decodeCursor(cursor, 1)[0]);

export const list = endpoint(listSegments, async ({ platform, actor, query }) => {
  const { search, state = 'active', cursor, limit = 50 } = query;
  const wanted = { search, state, before: before(cursor), limit: limit + 1 };
  const rows = await segmentPage(platform.postgres.db<unknown>(), actor.scope, wanted);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await showSegments(platform, page),
    next: rows.length > limit && last ? encodeCursor([last.segment_id]) : null,
  };
});

export const read = endpoint(getSegment, async ({ platform, actor, params }) =>
  showSegment(
    platform,
    await segmentInScope(platform.postgres.db<unknown>(), actor.scope, params.segment),
  ),
);

export const versions = endpoint(listVersions, async ({ platform, actor, params, query }) => {
  const db = platform.postgres.db<unknown>();
  const { segment_id } = await segmentInScope(db, actor.scope, params.segment);
  const { cursor, limit = 50 } = query;
  const rows = await versionPage(db, segment_id, before(cursor), limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ version, known, anonymous, entered, departed, at, milliseconds }) => ({
      version,
      count: { known, anonymous },
      entered,
      left: departed,
      at: at.toISOString(),
      milliseconds,
    })),
    next: rows.length > limit && last ? encodeCursor([last.version]) : null,
  };
});

export const members = endpoint(listMembers, async ({ platform, actor, params, query }) => {
  const { segment } = params;
  const row = await segmentInScope(platform.postgres.db<unknown>(), actor.scope, segment);
  if (row.version === 0) throw problem('segment.not_counted_yet', { segment });
  const { cursor, limit = 50 } = query;
  return peopleOfRule(platform, actor, { kind: 'segment', segment }, { cursor, limit });
});

export const words = endpoint(getVocabulary, ({ platform, actor }) =>
  vocabulary(platform, actor.scope),
);

export const values = endpoint(suggest, ({ platform, actor, query }) =>
  suggestValues(platform, actor.scope, query),
);

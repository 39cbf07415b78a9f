import type { Recheck } from '@siyu/contract/journey';
import { dateTime, list, num, str } from '../../platform/clickhouse/literal.ts';
import type { Platform } from '../../platform/platform.ts';
import { eventTable } from '../collect/index.ts';
import { identitiesOfPeople, personOf } from '../identity/index.ts';
import { segmentSource, segmentsByPublicId } from '../segment/index.ts';
import type { DueMember } from './store/members.ts';
import type { RunRow } from './store/runs.ts';

/** People asked about in one statement: their identities are written out. */
const atOnce = 1_000;

/** The members for whom the condition of the re-check does not hold (any more). */
export async function failRecheck(
  platform: Platform,
  run: RunRow,
  members: readonly DueMember[],
  personOfMember: (member: DueMember) => number,
): Promise<ReadonlySet<DueMember>> {
  const { entry } = run.definition;
  const recheck = entry.kind === 'event' ? entry.recheck : null;
  if (!recheck) return new Set();
  const failed = new Set<DueMember>();
  for (let from = 0; from < members.length; from += atOnce) {
    const some = members.slice(from, from + atOnce);
    const personIds = [...new Set(some.map(personOfMember))];
    const holds = await condition(platform, recheck, some, personIds);
    for (const member of some) if (!holds(member, personOfMember(member))) failed.add(member);
  }
  return failed;
}

type Condition = (member: DueMember, personId: number) => boolean;

async function condition(
  platform: Platform,
  recheck: Recheck,
  members: readonly DueMember[],
  personIds: readonly number[],
): Promise<Condition> {
  if (recheck.kind === 'segment') {
    const inside = await membersAmong(platform, recheck.segment, personIds);
    return (_, personId) => inside.has(personId) === recheck.member;
  }
  const latest = await latestEvents(platform, recheck.event, members, personIds);
  return (member, personId) => {
    const at = latest.get(personId);
    const happened = at !== undefined && at > new Date(triggeredAt(member));
    return happened === recheck.happened;
  };
}

/** When the event came that brought a member in. */
const triggeredAt = ({ context, enteredAt }: DueMember): string =>
  context?.at ?? enteredAt.toISOString();

async function latestEvents(
  platform: Platform,
  event: string,
  members: readonly DueMember[],
  personIds: readonly number[],
): Promise<ReadonlyMap<number, Date>> {
  const identities = await identitiesOfPeople(platform.postgres.db<unknown>(), personIds);
  const since = new Date(members.map(triggeredAt).sort()[0] as string);
  const rows = await platform.clickhouse.query<{ who: number; latest: string }>({
    name: 'journey.recheck_event',
    sql: `SELECT ${personOf()} AS who, max(time) AS latest FROM ${eventTable.byIdentity}
      WHERE identity_id IN ${list(
        identities.map(({ identity_id }) => identity_id),
        num,
      )}
        AND name = ${str(event)} AND time > ${dateTime(since)}
      GROUP BY who`,
  });
  return new Map(rows.map(({ who, latest }) => [who, new Date(latest)]));
}

async function membersAmong(
  platform: Platform,
  segment: string,
  personIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const row = (await segmentsByPublicId(platform.postgres.db<unknown>(), [segment])).get(segment);
  if (!row) return new Set();
  const rows = await platform.clickhouse.query<{ person: number }>({
    name: 'journey.recheck_segment',
    sql: `SELECT person FROM (
        SELECT arrayJoin(bitmapToArray(people)) AS person FROM ${segmentSource(row.segment_id, row.version)}
      ) WHERE person IN ${list(personIds, num)}`,
  });
  return new Set(rows.map(({ person }) => person));
}

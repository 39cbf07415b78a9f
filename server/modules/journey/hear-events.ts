import type { EventEntry } from '@siyu/contract/journey';
import { dueAfter, eventValues } from '@siyu/engine/journey';
import { compileEventFilter } from '@siyu/engine/segment';
import type { Kysely } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import type { ResolvedEvent } from '../../platform/registries/index.ts';
import { personZones } from '../channel/index.ts';
import { peopleById } from '../identity/index.ts';
import { rootNode, scopeOf } from '../org/index.ts';
import { type EventReader, eventReader } from './event-reader.ts';
import { takeBlock } from './store/listening-position.ts';
import { type Entrant, enrolByEvent, nextDue } from './store/members.ts';
import { type RunRow, runsWaitingFor } from './store/runs.ts';
import { wakeRun } from './wake-run.ts';

type WaitingRun = RunRow & { readonly event: string; readonly orgId: number };

/**
 * Lets people enter event campaigns by what a block holds. The block's number and everybody who enters are committed together, and a
 * trigger is unique per run and person: hearing a block twice changes nothing.
 */
export async function hearEvents(
  platform: Platform,
  { blockId, events }: { readonly blockId: number; readonly events: readonly ResolvedEvent[] },
): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const names = [...new Set(events.map(({ name }) => name))];
  const runs = await runsWaitingFor(db, names);
  if (runs.length === 0) return;
  const read = await eventReader(db);
  await platform.postgres.transaction<unknown, void>(async (tx) => {
    if (!(await takeBlock(tx, blockId))) return;
    for (const run of runs) await enterRun(platform, tx, run, events, read);
  });
}

async function enterRun(
  platform: Platform,
  tx: Kysely<unknown>,
  run: WaitingRun,
  events: readonly ResolvedEvent[],
  read: EventReader,
): Promise<void> {
  const entry = run.definition.entry as EventEntry;
  const now = platform.clock.now();
  const oldest = Math.max(
    run.startedAt.getTime(),
    now.getTime() - (entry.maxEventAgeMinutes ?? 1_440) * 60_000,
  );
  const passes = compileEventFilter(entry.where, read.tree);
  const matching = events.filter(
    (event) =>
      event.name === entry.event &&
      event.person > 0 &&
      Date.parse(event.time) >= oldest &&
      passes(read.data(event)),
  );
  if (matching.length === 0) return;
  const inScope = await peopleInScope(tx, run.orgId, matching);
  const zones = await personZones(tx, [...inScope]);
  const orgZone = (await rootNode(tx))?.timezone ?? 'UTC';
  const entrants = matching
    .filter(({ person }) => inScope.has(person))
    .map((event): Entrant => {
      const zone = zones.get(event.person) ?? orgZone;
      const time = new Date(event.time);
      return {
        runId: run.runId,
        personId: event.person,
        triggerId: String(BigInt.asIntN(64, BigInt(event.event_id))),
        identityId: event.identity_id,
        dueAt: dueAfter(entry.wait, time, zone),
        context: {
          at: event.time,
          ...eventValues({ ...event, time, storeName: read.storeName(event.store) }, orgZone),
        },
      };
    });
  const count = await enrolByEvent(
    tx,
    run.runId,
    firstOnly(entrants, entry),
    since(entry, now),
    now,
  );
  const next = count > 0 ? await nextDue(tx, run.runId) : null;
  if (next) await wakeRun(platform, run.runId, next, tx);
}

/** Within one block the statement cannot see who enters beside it: only the first event of a person counts, unless all do. */
function firstOnly(entrants: readonly Entrant[], { reentry }: EventEntry): readonly Entrant[] {
  if (reentry.kind === 'always') return entrants;
  const first = new Map<number, Entrant>();
  for (const entrant of entrants) {
    const known = first.get(entrant.personId);
    if (!known || entrant.dueAt < known.dueAt) first.set(entrant.personId, entrant);
  }
  return [...first.values()];
}

function since({ reentry }: EventEntry, now: Date): Date | null {
  if (reentry.kind === 'always') return null;
  return reentry.kind === 'once'
    ? new Date(0)
    : new Date(now.getTime() - reentry.days * 86_400_000);
}

async function peopleInScope(
  tx: Kysely<unknown>,
  orgId: number,
  events: readonly ResolvedEvent[],
): Promise<ReadonlySet<number>> {
  const scope = await scopeOf(tx, orgId);
  const personIds = [...new Set(events.map(({ person }) => person))];
  return new Set((await peopleById(tx, scope, personIds)).map(({ person_id }) => person_id));
}

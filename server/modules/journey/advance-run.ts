import { isHeldOut } from '@siyu/engine/journey';
import type { Kysely } from 'kysely';
import { SiyuError } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  type Addressee,
  nextDelivery,
  planDeliveries,
  type Send,
  sendsById,
  wakeChannel,
} from '../channel/index.ts';
import { campaignAudience } from './campaign-audience.ts';
import { currentPeople } from './current-people.ts';
import { failRun, finishRun } from './finish-run.ts';
import { failRecheck } from './recheck.ts';
import {
  claimMembers,
  countMembers,
  type DueMember,
  enrolPeople,
  moveMembers,
  nextDue,
} from './store/members.ts';
import { moveRun, type RunRow, runById } from './store/runs.ts';

type Run = NonNullable<Awaited<ReturnType<typeof runById>>>;

/** People moved in one transaction. */
const chunk = 5_000;
/** Chunks planned side by side: while one waits for the database, the other decides. */
const lanes = 2;
/** How soon to ask again whether all messages of a finished plan have left; what takes longer the minute's tick finds. */
const settleMs = 5_000;
const longestWaitMs = 60_000;
const slowly = { statementTimeoutSeconds: 120 };

/**
 * Does everything that is due in a run: enrols and plans its audience, plans those whose wait is over, ends it. May be repeated at any
 * point after a crash: a chunk is enrolled, planned and counted in one transaction. Returns when to come back, or null.
 */
export async function advanceRun(
  platform: Platform,
  runId: number,
  isDone: () => boolean = () => false,
): Promise<Date | null> {
  const run = await runById(platform.postgres.db<unknown>(), runId);
  if (!run || run.campaignState === 'paused') return null;
  if (run.state === 'enrolling') {
    const isEnrolled = await enterAudience(platform, run, isDone);
    return isEnrolled ? advanceRun(platform, runId, isDone) : null;
  }
  if (run.state !== 'sending' && run.state !== 'open') return null;
  await inLanes(isDone, () => planDue(platform, runId));
  const next = await nextDue(platform.postgres.db<unknown>(), runId);
  if (next || run.state === 'open') return next;
  return (await finishRun(platform, runId)) ? null : askAgain(platform, run.sendId);
}

/** When to ask again for the end of a run whose messages are leaving; null when none will within the minute. */
async function askAgain(platform: Platform, sendId: number): Promise<Date | null> {
  const now = platform.clock.now().getTime();
  const due = await nextDelivery(platform.postgres.db<unknown>(), sendId);
  // Far ahead (quiet hours), or long overdue (the red button, a slow provider): the minute's tick is soon enough.
  const isFar = due !== null && Math.abs(due.getTime() - now) > longestWaitMs;
  return isFar ? null : new Date(now + settleMs);
}

/** Repeats some work side by side until it says that there is none left. */
async function inLanes(isDone: () => boolean, work: () => Promise<boolean>): Promise<void> {
  const lane = async () => {
    while (!isDone() && (await work()));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Enrols and plans the audience; false when that ended early: stopped, paused, asked to stop, or impossible. */
async function enterAudience(
  platform: Platform,
  run: Run,
  isDone: () => boolean,
): Promise<boolean> {
  const { entry } = run.definition;
  if (entry.kind !== 'segment') return false;
  const audience = campaignAudience(platform, entry, run.orgId);
  let isWhole = true;
  try {
    await inLanes(isDone, async () => {
      const { value: people, done } = await audience.next();
      if (done) return false;
      const isOurs = await enterChunk(platform, run.runId, people);
      isWhole &&= isOurs;
      return isOurs;
    });
  } catch (error) {
    if (!(error instanceof SiyuError)) throw error;
    await failRun(platform, run.runId, error.message);
    return false;
  } finally {
    await audience.return(undefined);
  }
  if (!isWhole || isDone()) return false;
  return moveRun(platform.postgres.db<unknown>(), run.runId, ['enrolling'], { state: 'sending' });
}

/** Enrols and plans a chunk of the audience in one transaction; false when the run may not go on. */
function enterChunk(
  platform: Platform,
  runId: number,
  people: readonly number[],
): Promise<boolean> {
  return platform.postgres.transaction<unknown, boolean>(async (tx) => {
    const run = await runById(tx, runId);
    if (run?.state !== 'enrolling' || run.campaignState === 'paused') return false;
    const enteredAt = platform.clock.now();
    const fresh = await enrolPeople(tx, runId, people, enteredAt);
    const members = fresh.map(
      (personId): DueMember => ({
        personId,
        triggerId: '0',
        identityId: null,
        context: null,
        enteredAt,
      }),
    );
    await plan(platform, tx, run, members);
    await countMembers(tx, runId, { enrolled: members.length, decided: members.length });
    return true;
  }, slowly);
}

/** Plans a chunk of members whose wait is over and moves them on, in one transaction; false when nobody is due. */
function planDue(platform: Platform, runId: number): Promise<boolean> {
  return platform.postgres.transaction<unknown, boolean>(async (tx) => {
    const members = await claimMembers(tx, runId, platform.clock.now(), chunk);
    if (members.length === 0) return false;
    const run = await runById(tx, runId);
    if (!run || run.campaignState === 'paused' || !['sending', 'open'].includes(run.state))
      return false;
    await plan(platform, tx, run, members);
    await moveMembers(tx, runId, members);
    await countMembers(tx, runId, { enrolled: 0, decided: members.length });
    return true;
  }, slowly);
}

async function plan(
  platform: Platform,
  tx: Kysely<unknown>,
  run: RunRow,
  members: readonly DueMember[],
): Promise<void> {
  if (members.length === 0) return;
  const send = (await sendsById(tx, [run.sendId])).get(run.sendId) as Send;
  const people = await currentPeople(tx, members);
  const failed = await failRecheck(platform, run, members, people);
  const addressees = members.map((member): Addressee => {
    const personId = people(member);
    return {
      personId,
      slot: BigInt(member.triggerId),
      isHeldOut: isHeldOut(run.campaignId, personId, run.definition.holdoutBasisPoints),
      ...(failed.has(member) ? { preset: 'recheck_failed' } : {}),
      ...(member.context ? { context: variablesOf(member) } : {}),
    };
  });
  const decisions = await planDeliveries(tx, send, addressees, platform.clock.now());
  const due = decisions
    .filter(({ outcome }) => outcome === 'planned')
    .map(({ window }) => window.dueAt);
  if (due.length > 0) await wakeChannel(platform, send.channel, earliest(due), tx);
}

const variablesOf = ({ context }: DueMember): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(context ?? {}).filter(([name]) => name.startsWith('event.')));

const earliest = (moments: readonly Date[]): Date =>
  moments.reduce((first, moment) => (moment < first ? moment : first));

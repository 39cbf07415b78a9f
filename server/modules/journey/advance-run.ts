import { isHeldOut } from '@siyu/engine/journey';
import { SiyuError } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  type Addressee,
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
  type DueMember,
  enrolPeople,
  moveMembers,
  nextDue,
} from './store/members.ts';
import { moveRun, type RunRow, runById } from './store/runs.ts';

/** People moved in one transaction. */
const chunk = 5_000;
/** Chunks planned side by side: while one waits for the database, the other decides. */
const lanes = 2;
/** How long to wait before asking again whether all messages of a finished plan have left. */
const settleMs = 5_000;

/**
 * Does everything that is due in a run: enrols its audience, plans messages, ends it. May be repeated at any point after a crash:
 * enrolment and plan are unique per person, and each chunk is one transaction. Returns when to come back, or null.
 */
export async function advanceRun(
  platform: Platform,
  runId: number,
  isDone: () => boolean = () => false,
): Promise<Date | null> {
  const run = await runById(platform.postgres.db<unknown>(), runId);
  if (!run || run.campaignState === 'paused') return null;
  if (run.state === 'enrolling') {
    const isEnrolled = await enrol(platform, run, isDone);
    return isEnrolled ? advanceRun(platform, runId, isDone) : null;
  }
  if (run.state !== 'sending' && run.state !== 'open') return null;
  await Promise.all(Array.from({ length: lanes }, () => planAllDue(platform, runId, isDone)));
  const next = await nextDue(platform.postgres.db<unknown>(), runId);
  if (next || run.state === 'open') return next;
  const isFinished = await finishRun(platform, runId);
  return isFinished ? null : new Date(platform.clock.now().getTime() + settleMs);
}

/** Enrols the audience; false when that ended early: stopped, asked to stop, or impossible. */
async function enrol(
  platform: Platform,
  run: RunRow & { readonly orgId: number },
  isDone: () => boolean,
): Promise<boolean> {
  const { entry } = run.definition;
  if (entry.kind !== 'segment') return false;
  try {
    for await (const people of campaignAudience(platform, entry, run.orgId)) {
      const isOurs = await platform.postgres.transaction<unknown, boolean>(async (tx) => {
        await enrolPeople(tx, run.runId, people, platform.clock.now());
        const now = await runById(tx, run.runId);
        return now?.state === 'enrolling' && now.campaignState !== 'paused';
      });
      if (!isOurs || isDone()) return false;
    }
  } catch (error) {
    if (!(error instanceof SiyuError)) throw error;
    await failRun(platform, run.runId, error.message);
    return false;
  }
  return moveRun(platform.postgres.db<unknown>(), run.runId, ['enrolling'], { state: 'sending' });
}

async function planAllDue(platform: Platform, runId: number, isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    const moved = await planChunk(platform, runId);
    if (moved === 0) return;
  }
}

/** Plans one chunk of due members and moves them on, in one transaction. Returns how many. */
async function planChunk(platform: Platform, runId: number): Promise<number> {
  return platform.postgres.transaction<unknown, number>(
    async (tx) => {
      const now = platform.clock.now();
      const members = await claimMembers(tx, runId, now, chunk);
      if (members.length === 0) return 0;
      const run = await runById(tx, runId);
      if (!run || run.campaignState === 'paused' || !['sending', 'open'].includes(run.state))
        return 0;
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
      const decisions = await planDeliveries(tx, send, addressees, now);
      await moveMembers(tx, runId, members);
      const due = decisions
        .filter(({ outcome }) => outcome === 'planned')
        .map(({ window }) => window.dueAt);
      if (due.length > 0) await wakeChannel(platform, send.channel, earliest(due), tx);
      return members.length;
    },
    { statementTimeoutSeconds: 120 },
  );
}

const variablesOf = ({ context }: DueMember): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(context ?? {}).filter(([name]) => name.startsWith('event.')));

const earliest = (moments: readonly Date[]): Date =>
  moments.reduce((first, moment) => (moment < first ? moment : first));

import type { SkipReason } from '@siyu/contract/channel';
import { channelKinds } from '@siyu/contract/content';
import type { CampaignReport, Goal, HoldoutComparison } from '@siyu/contract/journey';
import { compareArms } from '@siyu/engine/journey';
import type { Platform } from '../../platform/platform.ts';
import { type GoalOutcome, goalOutcome, goalSpan, sendCounts } from '../channel/index.ts';
import { goalEvents } from './goal-events.ts';
import type { CampaignRow } from './store/campaign-row.ts';
import type { RunRow } from './store/runs.ts';

/** What a campaign did, over some of its runs. What its channel cannot measure is null, never 0. */
export async function campaignReport(
  platform: Platform,
  campaign: CampaignRow,
  runs: readonly RunRow[],
  run: string | null,
): Promise<CampaignReport> {
  const sendIds = runs.map(({ sendId }) => sendId);
  const counts = await sendCounts(platform.postgres.db<unknown>(), sendIds);
  const goal = campaign.definition.goal ?? null;
  const outcome = goal ? await outcomeOf(platform, sendIds, goal) : null;
  const receipts: readonly string[] = channelKinds[campaign.channel].receipts;
  const measured = (receipt: string, people: number) =>
    receipts.includes(receipt) ? people : null;
  return {
    campaign: campaign.publicId,
    run,
    asOf: platform.clock.now().toISOString(),
    audience: runs.reduce((sum, { enrolled }) => sum + enrolled, 0),
    planned: counts.planned,
    waiting: counts.waiting,
    sent: counts.sent,
    delivered: measured('delivered', counts.delivered),
    opened: measured('opened', counts.opened),
    clicked: measured('clicked', counts.clicked),
    replied: measured('replied', counts.replied),
    unsubscribed: counts.unsubscribed,
    failed: counts.failed,
    unknown: counts.unknown,
    holdout: counts.holdout,
    skipped: counts.skipped.map((one) => ({ ...one, reason: one.reason as SkipReason })),
    goal,
    ordered: outcome?.ordered ?? null,
    revenue: [...(outcome?.revenue.sent ?? [])],
    comparison: outcome && counts.holdout > 0 ? comparisonOf(outcome) : null,
  };
}

async function outcomeOf(
  platform: Platform,
  sendIds: readonly number[],
  goal: Goal,
): Promise<GoalOutcome | null> {
  return platform.postgres.transaction<unknown, GoalOutcome | null>(
    async (tx) => {
      const span = await goalSpan(tx, sendIds, goal.windowDays);
      return span && goalOutcome(tx, sendIds, goal.windowDays, goalEvents(platform, goal, span));
    },
    { statementTimeoutSeconds: 60 },
  );
}

function comparisonOf({ arms, revenue }: GoalOutcome): HoldoutComparison {
  const compared = compareArms(arms.treatment, arms.control);
  return {
    ...compared,
    treatment: { ...arms.treatment, ...compared.treatment, revenue: [...revenue.treatment] },
    control: { ...arms.control, ...compared.control, revenue: [...revenue.control] },
  };
}

import { type Static, type TSchema, Type } from 'typebox';
import { personRef, skipReason } from '../channel/schemas.ts';
import { campaignId, goal, runId } from './campaign.ts';

const instant = Type.String({ format: 'date-time' });
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const people = Type.Integer({ minimum: 0 });
/** null = this channel cannot measure it. */
const measured = nullable(people);

/**
 * The groups of people behind a campaign's numbers. Every number of a report stands under the name of its group, and
 * `journey.list_campaign_people` with that group (and, for `skipped`, a reason) lists exactly these people.
 */
export const campaignGroups = {
  audience: { zh: '目标人群', en: 'Audience' },
  planned: { zh: '计划发送', en: 'Planned' },
  waiting: { zh: '等待发送', en: 'Waiting' },
  sent: { zh: '已发送', en: 'Sent' },
  delivered: { zh: '已送达', en: 'Delivered' },
  opened: { zh: '已打开', en: 'Opened' },
  clicked: { zh: '已点击', en: 'Clicked' },
  replied: { zh: '已回复', en: 'Replied' },
  unsubscribed: { zh: '已退订', en: 'Unsubscribed' },
  failed: { zh: '发送失败', en: 'Failed' },
  unknown: { zh: '结果不明', en: 'Outcome unknown' },
  skipped: { zh: '未发送', en: 'Not sent' },
  ordered: { zh: '达成目标', en: 'Reached the goal' },
  holdout: { zh: '对照组', en: 'Holdout' },
  holdout_ordered: { zh: '对照组达成目标', en: 'Holdout who reached the goal' },
} as const;
export type CampaignGroup = keyof typeof campaignGroups;
export const campaignGroup = Type.Enum(Object.keys(campaignGroups) as CampaignGroup[]);

export const money = Type.Object({
  currency: Type.String(),
  amount: Type.Integer({ description: 'Minor units' }),
});

const arm = Type.Object({
  people,
  converted: people,
  rate: Type.Number({ description: 'Basis points' }),
  rateLow: Type.Number(),
  rateHigh: Type.Number({ description: 'Wilson 95 % interval, basis points' }),
  revenue: Type.Array(money),
});

/**
 * Everyone whom the policy would have reached, split by chance into those who got the message and those held out.
 * `difference` is treatment − control in basis points with its Newcombe 95 % interval; `lift` is relative to control.
 */
export const holdoutComparison = Type.Object({
  treatment: arm,
  control: arm,
  difference: Type.Number(),
  differenceLow: Type.Number(),
  differenceHigh: Type.Number(),
  lift: nullable(
    Type.Number({ description: 'Basis points of the control’s rate; null when that is 0' }),
  ),
  verdict: Type.Enum(['better', 'worse', 'cannot_tell']),
});
export type HoldoutComparison = Static<typeof holdoutComparison>;

export const campaignReport = Type.Object({
  campaign: campaignId,
  run: nullable(runId),
  asOf: instant,
  audience: people,
  planned: people,
  waiting: people,
  sent: people,
  delivered: measured,
  opened: measured,
  clicked: measured,
  replied: measured,
  unsubscribed: people,
  failed: people,
  unknown: people,
  holdout: people,
  skipped: Type.Array(
    Type.Object({ reason: skipReason, gate: Type.Enum(['plan', 'claim']), people }),
  ),
  goal: nullable(goal),
  ordered: nullable(people),
  revenue: Type.Array(money),
  comparison: nullable(holdoutComparison),
});
export type CampaignReport = Static<typeof campaignReport>;

export const campaignPerson = Type.Object({
  person: personRef,
  delivery: nullable(Type.String()),
  run: runId,
  state: Type.String(),
  reason: nullable(Type.String()),
  dueAt: nullable(instant),
  sentAt: nullable(instant),
  orderedAt: nullable(instant),
});
export type CampaignPerson = Static<typeof campaignPerson>;

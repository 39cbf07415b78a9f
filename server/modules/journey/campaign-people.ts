import type { SkipReason } from '@siyu/contract/channel';
import type { CampaignGroup, CampaignPerson } from '@siyu/contract/journey';
import type { Actor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  deliveryIdOf,
  type GroupRow,
  goalPage,
  goalSpan,
  groupPage,
  personRefs,
} from '../channel/index.ts';
import { goalEvents } from './goal-events.ts';
import type { CampaignRow } from './store/campaign-row.ts';
import type { RunRow } from './store/runs.ts';

type Row = GroupRow & { readonly reachedAt?: Date };

/** A page of the people behind a number of the report, in the order in which they were decided about. */
export async function campaignPeople(
  platform: Platform,
  actor: Actor,
  campaign: CampaignRow,
  runs: readonly RunRow[],
  page: {
    readonly group: CampaignGroup;
    readonly reason?: SkipReason | undefined;
    readonly after: number;
    readonly limit: number;
  },
): Promise<{ readonly items: CampaignPerson[]; readonly last: number | null }> {
  const rows = await rowsOf(
    platform,
    campaign,
    runs.map(({ sendId }) => sendId),
    page,
  );
  const people = await personRefs(
    platform,
    actor,
    rows.map(({ personId }) => personId),
  );
  const runOf = new Map(runs.map(({ sendId, publicId }) => [sendId, publicId]));
  return {
    items: rows.flatMap((row): CampaignPerson[] => {
      const person = people.get(row.personId);
      // Merged away or outside the caller's scope: counted, not shown.
      if (!person) return [];
      return [
        {
          person,
          delivery: deliveryIdOf(row.deliveryId),
          run: runOf.get(row.sendId) ?? '',
          state: row.state,
          reason: row.reason,
          dueAt: row.dueAt.toISOString(),
          sentAt: row.sentAt?.toISOString() ?? null,
          orderedAt: row.reachedAt?.toISOString() ?? null,
        },
      ];
    }),
    last: rows.length === page.limit ? (rows.at(-1)?.deliveryId ?? null) : null,
  };
}

async function rowsOf(
  platform: Platform,
  campaign: CampaignRow,
  sendIds: readonly number[],
  page: Parameters<typeof campaignPeople>[4],
): Promise<readonly Row[]> {
  const { group, ...rest } = page;
  if (group !== 'ordered' && group !== 'holdout_ordered') {
    return groupPage(platform.postgres.db<unknown>(), sendIds, { group, ...rest });
  }
  const { goal } = campaign.definition;
  if (!goal) return [];
  const arm = group === 'ordered' ? 'sent' : 'control';
  return platform.postgres.transaction<unknown, readonly Row[]>(async (tx) => {
    const span = await goalSpan(tx, sendIds, goal.windowDays);
    return span
      ? goalPage(tx, sendIds, goal.windowDays, goalEvents(platform, goal, span), { arm, ...rest })
      : [];
  });
}

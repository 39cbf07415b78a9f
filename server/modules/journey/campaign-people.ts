import type { SkipReason } from '@siyu/contract/channel';
import type { CampaignGroup, CampaignPerson } from '@siyu/contract/journey';
import type { Actor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type GroupRow, goalPage, goalSpan, groupPage } from '../channel/index.ts';
import { peopleById } from '../identity/index.ts';
import { describePeople } from '../profile/index.ts';
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
  const lines = await describePeople(
    platform,
    rows.map(({ personId }) => personId),
    actor,
  );
  const ids = await publicIds(platform, actor, rows);
  const names = new Map(lines.map(({ person, title }) => [person, title]));
  const runOf = new Map(runs.map(({ sendId, publicId }) => [sendId, publicId]));
  return {
    items: rows.flatMap((row): CampaignPerson[] => {
      const id = ids.get(row.personId);
      // Merged away or outside the caller's scope: counted, not shown.
      if (id === undefined) return [];
      return [
        {
          person: { id, name: names.get(id) ?? null },
          delivery: `dlv_${row.deliveryId.toString(36)}`,
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

async function publicIds(
  platform: Platform,
  actor: Actor,
  rows: readonly Row[],
): Promise<ReadonlyMap<number, string>> {
  const people = await peopleById(
    platform.postgres.db<unknown>(),
    actor.scope,
    rows.map(({ personId }) => personId),
  );
  return new Map(people.map(({ person_id, public_id }) => [person_id, public_id]));
}

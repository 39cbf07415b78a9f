import { type Kysely, sql } from 'kysely';

/** What became of some sends, in people’s messages; skipped ones by reason and gate. */
export interface SendCounts {
  readonly decided: number;
  readonly planned: number;
  readonly waiting: number;
  readonly sent: number;
  readonly delivered: number;
  readonly opened: number;
  readonly clicked: number;
  readonly replied: number;
  readonly unsubscribed: number;
  readonly failed: number;
  readonly unknown: number;
  readonly holdout: number;
  readonly skipped: readonly {
    readonly reason: string;
    readonly gate: 'plan' | 'claim';
    readonly people: number;
  }[];
}

type Numbers = Omit<SendCounts, 'skipped'>;

/** Counts over all deliveries of some sends, in one pass. */
export async function sendCounts(
  db: Kysely<unknown>,
  sendIds: readonly number[],
): Promise<SendCounts> {
  const { rows: numbers } = await sql<Numbers>`
    select count(*) as decided, count(*) filter (where gate is distinct from 'plan') as planned,
      count(*) filter (where state in ('planned', 'claimed', 'sending')) as waiting,
      count(sent_at) as sent, count(delivered_at) as delivered, count(opened_at) as opened, count(clicked_at) as clicked,
      count(replied_at) as replied, count(unsubscribed_at) as unsubscribed,
      count(*) filter (where state = 'failed') as failed, count(*) filter (where state = 'unknown') as unknown,
      count(*) filter (where reason = 'holdout') as holdout
    from channel.delivery where send_id = any(${[...sendIds]}::int[])`.execute(db);
  const { rows: skipped } = await sql<SendCounts['skipped'][number]>`
    select reason, gate, count(*) as people from channel.delivery
    where send_id = any(${[...sendIds]}::int[]) and state = 'skipped' and reason <> 'holdout'
    group by reason, gate order by people desc, reason, gate`.execute(db);
  return { ...(numbers[0] as Numbers), skipped };
}

/** Planned and sent messages by campaign, for lists. */
export async function countsByCampaign(
  db: Kysely<unknown>,
  campaignIds: readonly number[],
): Promise<ReadonlyMap<number, { readonly planned: number; readonly sent: number }>> {
  const { rows } = await sql<{ campaign_id: number; planned: number; sent: number }>`
    select campaign_id, count(*) filter (where gate is distinct from 'plan') as planned, count(sent_at) as sent
    from channel.send join channel.delivery using (send_id)
    where campaign_id = any(${[...campaignIds]}::int[]) group by campaign_id`.execute(db);
  return new Map(rows.map((row) => [row.campaign_id, row]));
}

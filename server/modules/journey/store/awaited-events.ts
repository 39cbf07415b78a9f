import { type Kysely, sql } from 'kysely';

/** The names of events that open runs of running campaigns wait for. */
export async function awaitedEvents(db: Kysely<unknown>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ event: string }>`
    select distinct event from journey.run join journey.campaign using (campaign_id)
    where run.state = 'open' and campaign.state = 'running' and event is not null`.execute(db);
  return new Set(rows.map((row) => row.event));
}

import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { identityMap } from '../identity/index.ts';
import { type GroupRow, groupColumns } from './store/group-page.ts';

/** Something a person did that a campaign hoped for. */
export interface GoalEvent {
  readonly personId: number;
  readonly at: Date;
  readonly revenue: number;
  readonly currency: string;
}

/** What the two arms did: everyone whom the policy let through, split by chance. */
export interface GoalOutcome {
  readonly arms: Readonly<
    Record<'treatment' | 'control', { readonly people: number; readonly converted: number }>
  >;
  readonly revenue: Readonly<
    Record<
      'treatment' | 'control' | 'sent',
      readonly { readonly currency: string; readonly amount: number }[]
    >
  >;
  /** People who got a message and reached the goal after it. */
  readonly ordered: number;
}

/** The span in which a goal may have been reached for some sends; null when nobody was exposed. */
export async function goalSpan(
  db: Kysely<unknown>,
  sendIds: readonly number[],
  windowDays: number,
): Promise<{ readonly from: Date; readonly until: Date } | null> {
  const { rows } = await sql<{ from: Date | null; until: Date | null }>`
    select min(coalesce(sent_at, due_at)) as from,
      max(coalesce(sent_at, due_at)) + ${windowDays}::int * interval '1 day' as until
    from channel.delivery
    where send_id = any(${[...sendIds]}::int[]) and (gate is distinct from 'plan' or reason = 'holdout')`.execute(
    db,
  );
  const { from, until } = rows[0] ?? { from: null, until: null };
  return from && until ? { from, until } : null;
}

/**
 * Joins goals with deliveries inside a transaction. A goal counts for a person from the moment of the message (for the control: from
 * the moment at which it would have been sent) until the window ends, once however many messages it followed.
 */
export async function goalOutcome(
  tx: Kysely<unknown>,
  sendIds: readonly number[],
  windowDays: number,
  goals: AsyncIterable<readonly GoalEvent[]>,
): Promise<GoalOutcome> {
  await layGoals(tx, goals);
  const exposed = exposedPeople(sendIds);
  const { rows: people } = await sql<{
    arm: 'treatment' | 'control';
    people: number;
    converted: number;
    ordered: number;
  }>`
    with exposed as ${exposed}
    select arm, count(distinct person_id) as people, count(distinct person_id) filter (where reached) as converted,
      count(distinct person_id) filter (where reached and was_sent) as ordered
    from (
      select arm, person_id, was_sent, exists (
        select from goal where goal.person_id = exposed.person_id and ${within(windowDays)}) as reached
      from exposed) asked
    group by arm`.execute(tx);
  const { rows: revenue } = await sql<{
    arm: 'treatment' | 'control' | 'sent';
    currency: string;
    amount: number;
  }>`
    with exposed as ${exposed}, counted as (
      select arm, goal_id, currency, revenue, bool_or(was_sent) as was_sent
      from exposed join goal on goal.person_id = exposed.person_id and ${within(windowDays)}
      group by arm, goal_id, currency, revenue
    )
    select arm, currency, sum(revenue)::bigint as amount from counted group by arm, currency
    union all
    select 'sent', currency, sum(revenue)::bigint from counted where was_sent group by currency
    order by 1, 2`.execute(tx);
  const none = { people: 0, converted: 0, ordered: 0 };
  const armOf = (arm: string) => people.find((row) => row.arm === arm) ?? none;
  const moneyOf = (arm: string) =>
    revenue
      .filter((row) => row.arm === arm && row.currency !== '')
      .map(({ currency, amount }) => ({ currency, amount }));
  const pick = ({ people: all, converted }: typeof none) => ({ people: all, converted });
  return {
    arms: { treatment: pick(armOf('treatment')), control: pick(armOf('control')) },
    revenue: {
      treatment: moneyOf('treatment'),
      control: moneyOf('control'),
      sent: moneyOf('sent'),
    },
    ordered: armOf('treatment').ordered,
  };
}

/** People behind `ordered` (arm `sent`) or the control's conversions, after `after` by delivery, with the first moment of the goal. */
export async function goalPage(
  tx: Kysely<unknown>,
  sendIds: readonly number[],
  windowDays: number,
  goals: AsyncIterable<readonly GoalEvent[]>,
  page: { readonly arm: 'sent' | 'control'; readonly after: number; readonly limit: number },
): Promise<readonly (GroupRow & { readonly reachedAt: Date })[]> {
  await layGoals(tx, goals);
  const arm = page.arm === 'control' ? sql`arm = 'control'` : sql`was_sent`;
  const { rows } = await sql<GroupRow & { reachedAt: Date }>`
    with exposed as ${exposedPeople(sendIds)}, reached as (
      select distinct on (person_id) delivery_id, goal.at as reached_at
      from exposed join goal using (person_id) where ${within(windowDays)} and ${arm}
      order by person_id, goal.at, delivery_id
    )
    select ${groupColumns}, reached_at as "reachedAt" from reached join channel.delivery using (delivery_id)
    where delivery_id > ${page.after} order by delivery_id limit ${page.limit}`.execute(tx);
  return rows;
}

const within = (windowDays: number) =>
  sql`goal.at >= exposed.at and goal.at < exposed.at + ${windowDays}::int * interval '1 day'`;

/** Everyone whom the policy let through, as the person of today. Who was erased belongs to no arm. */
const exposedPeople = (sendIds: readonly number[]) => sql`(
  select delivery_id, map.person_id, coalesce(sent_at, due_at) as at, sent_at is not null as was_sent,
    case when reason = 'holdout' then 'control' else 'treatment' end as arm
  from channel.delivery join ${identityMap} as map on map.identity_id = delivery.identity_id
  where send_id = any(${[...sendIds]}::int[]) and (gate is distinct from 'plan' or reason = 'holdout')
)`;

async function layGoals(
  tx: Kysely<unknown>,
  goals: AsyncIterable<readonly GoalEvent[]>,
): Promise<void> {
  await sql`
    create temporary table goal (goal_id bigint generated always as identity, person_id bigint not null, at timestamptz not null,
      revenue bigint not null, currency text not null) on commit drop`.execute(tx);
  for await (const some of goals) {
    await sql`
      insert into goal (person_id, at, revenue, currency)
      select * from unnest(
        ${some.map(({ personId }) => personId)}::bigint[], ${some.map(({ at }) => at.toISOString())}::timestamptz[],
        ${some.map(({ revenue }) => revenue)}::bigint[], ${some.map(({ currency }) => currency)}::text[])`.execute(
      tx,
    );
  }
  await sql`create index on goal (person_id, at)`.execute(tx);
  await sql`analyze goal`.execute(tx);
}

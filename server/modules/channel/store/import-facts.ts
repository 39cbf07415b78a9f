import { type ChannelKind, channelKinds } from '@siyu/contract/content';
import { identifierKinds } from '@siyu/contract/identity';
import type { PersonFacts } from '@siyu/engine/channel';
import { type Kysely, sql } from 'kysely';
import { importedSource } from '../../collect/index.ts';
import { identityMap } from '../../identity/index.ts';
import { consentAnswers } from '../../privacy/index.ts';

/** How many people of an import there are and how many it made. */
export async function importedPeople(
  db: Kysely<unknown>,
  importId: number,
): Promise<{ readonly people: number; readonly newPeople: number }> {
  const { rows } = await sql<{ people: number; newPeople: number }>`
    select count(*) as people, count(*) filter (where is_new) as "newPeople"
    from (
      select member.person_id, bool_or(imported.is_new) as is_new
      from ${importedSource(importId)} imported join ${identityMap} member using (identity_id)
      group by member.person_id
    ) as person`.execute(db);
  return rows[0] ?? { people: 0, newPeople: 0 };
}

type Facts = Pick<PersonFacts, 'hasAddress' | 'suppressed' | 'consent'>;

/** The facts that decide about a marketing message, with the number of an import's people whom they describe. */
export async function importFacts(
  db: Kysely<unknown>,
  importId: number,
  channel: ChannelKind,
  orgIds: readonly number[],
): Promise<readonly (Facts & { readonly people: number })[]> {
  const address = identifierKinds[channelKinds[channel].address].code;
  const { rows } = await sql<Facts & { people: number }>`
    with person as materialized (
      select distinct member.person_id
      from ${importedSource(importId)} imported join ${identityMap} member using (identity_id)
    ), latest as (
      select distinct on (member.person_id) member.person_id, suppression.suppression_id is not null as suppressed
      from person join ${identityMap} member using (person_id)
      left join channel.suppression on suppression.channel = ${channel} and suppression.address_hash = member.hash
      where member.kind = ${address}::smallint
      order by member.person_id, member.identity_id desc
    )
    select latest.person_id is not null as "hasAddress", coalesce(latest.suppressed, false) as suppressed,
      case when answer.person_id is null then 'none' when answer.withdrawn then 'withdrawn' else 'granted' end as consent,
      count(*) as people
    from person
    left join latest using (person_id)
    left join ${consentAnswers({ purpose: 'marketing', channel, orgIds })} answer using (person_id)
    group by 1, 2, 3`.execute(db);
  return rows;
}

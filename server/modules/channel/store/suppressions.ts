import type { SuppressionReason } from '@siyu/contract/channel';
import type { ChannelKind } from '@siyu/contract/content';
import { channelKinds } from '@siyu/contract/content';
import { identifierKinds } from '@siyu/contract/identity';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { identityMap, inScope } from '../../identity/index.ts';

export interface SuppressionRow {
  readonly suppressionId: number;
  readonly channel: ChannelKind;
  readonly reason: SuppressionReason;
  readonly note: string;
  readonly at: Date;
  /** Who has the address today; null when nobody does. */
  readonly personId: number | null;
}

/** The identifier kind of each channel's address, as rows. */
const addressCodes = sql`unnest(${Object.keys(channelKinds)}::text[], ${Object.values(
  channelKinds,
).map(({ address }) => identifierKinds[address].code)}::smallint[]) as address (channel, kind)`;

const holders = sql`channel.suppression
  join ${addressCodes} using (channel)
  left join ${identityMap} as map on map.kind = address.kind and map.hash = suppression.address_hash`;

/** Who sees only a part sees only those whose person is in it. */
const inPart = (scope: Scope): RawBuilder<boolean> => inScope(scope, sql.ref('map.person_id'));

/** Suppressed addresses below `before`, newest first. */
export async function suppressionPage(
  db: Kysely<unknown>,
  scope: Scope,
  page: {
    readonly channel?: string | undefined;
    readonly reason?: string | undefined;
    readonly hashes?: readonly string[] | undefined;
    readonly before: number;
    readonly limit: number;
  },
): Promise<readonly SuppressionRow[]> {
  const { channel, reason, hashes } = page;
  const { rows } = await sql<SuppressionRow>`
    select suppression_id as "suppressionId", suppression.channel, reason, note, at, map.person_id as "personId"
    from ${holders}
    where suppression_id < ${page.before} and ${inPart(scope)}
      ${channel === undefined ? sql`` : sql`and suppression.channel = ${channel}`}
      ${reason === undefined ? sql`` : sql`and reason = ${reason}`}
      ${hashes === undefined ? sql`` : sql`and address_hash = any(${[...hashes]}::uuid[])`}
    order by suppression_id desc limit ${page.limit}`.execute(db);
  return rows;
}

/** Takes an address off the list; false when it is not there or not in the scope. */
export async function deleteSuppression(
  db: Kysely<unknown>,
  scope: Scope,
  suppressionId: number,
): Promise<boolean> {
  if (Number.isNaN(suppressionId)) return false;
  const { numAffectedRows } = await sql`
    delete from channel.suppression where suppression_id in (
      select suppression_id from ${holders} where suppression_id = ${suppressionId} and ${inPart(scope)})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0) > 0;
}

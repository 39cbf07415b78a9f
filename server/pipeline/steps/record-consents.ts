import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { recordConsents } from '../../modules/privacy/index.ts';
import type { PipelineContext } from '../context.ts';
import { type Draft, signed } from '../draft.ts';

/** Writes the consent acts of the block to the ledger. A choice without a named brand is made for the source's brand. */
export async function keepConsents(
  tx: Kysely<unknown>,
  context: PipelineContext,
  draft: Draft,
): Promise<void> {
  const acts = draft.entries.flatMap((entry) =>
    (entry.message.consents ?? []).flatMap((consent, place) => {
      if (!entry.act) return [];
      const named = consent.org === undefined ? undefined : context.orgs.idOf(consent.org);
      const stated = consent.at === undefined ? Number.NaN : Date.parse(consent.at);
      return [
        {
          ...entry.act,
          purpose: consent.purpose,
          channel: consent.channel,
          state: consent.state,
          evidence: consent.evidence,
          orgId: named ?? context.orgs.brandOf(entry.source.orgId),
          sourceId: entry.source.sourceId,
          actHash: signed(hash('sha256', `${entry.hash} ${place}`, 'buffer').readBigUInt64BE(0)),
          at:
            Number.isFinite(stated) && stated <= entry.receivedAt.getTime()
              ? new Date(stated)
              : entry.time,
        },
      ];
    }),
  );
  draft.consents = acts.length === 0 ? [] : await recordConsents(tx, acts);
}

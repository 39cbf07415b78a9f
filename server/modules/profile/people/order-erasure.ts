import type { Actor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accept, systemSource } from '../../collect/index.ts';
import { recordAudit } from '../../org/index.ts';
import { requestErasure } from '../../privacy/index.ts';
import { personInScope } from './person-in-scope.ts';

/**
 * Orders the erasure of a person. The order takes its place in the log, after everything accepted so far; asking twice
 * gives the first order again.
 */
export async function orderErasure(
  platform: Platform,
  actor: Actor,
  request: { readonly person: string; readonly reason: string; readonly ip: string },
): Promise<string> {
  const { person_id } = await personInScope(
    platform.postgres.db<unknown>(),
    actor.scope,
    request.person,
  );
  const at = platform.clock.now();
  const erasure = await requestErasure(platform, {
    personId: person_id,
    requestedBy: actor.id,
    reason: request.reason,
    at,
  });
  await accept(platform, {
    sourceId: await systemSource(platform),
    messages: [
      {
        messageId: erasure.publicId,
        type: 'erase',
        time: at.toISOString(),
        identifiers: [],
        document: { erasureId: erasure.erasureId, personId: person_id },
      },
    ],
  });
  await recordAudit(platform, null, {
    actor,
    action: 'profile.erase_person',
    object: request.person,
    detail: { erasure: erasure.publicId, reason: request.reason },
    ip: request.ip,
  });
  return erasure.publicId;
}

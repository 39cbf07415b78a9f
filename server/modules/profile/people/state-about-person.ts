import type { Message, StatedIdentifier } from '@siyu/contract/collect';
import { publicId } from '../../../platform/crypto/index.ts';
import { type Actor, problem } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accept, systemSource } from '../../collect/index.ts';
import { recordAudit } from '../../org/index.ts';
import { readBoxes } from '../../privacy/index.ts';
import { personInScope } from './person-in-scope.ts';

/**
 * Writes what staff state about a person into the log, as an act of the person's strongest identifier, so that it has its
 * place in the order of events and is obeyed by replays.
 */
export async function stateAboutPerson(
  platform: Platform,
  actor: Actor,
  statement: {
    readonly person: string;
    readonly action: string;
    readonly content: Pick<Message, 'traits' | 'consents'>;
    readonly ip: string;
  },
): Promise<{ readonly offset: number }> {
  const { person_id } = await personInScope(
    platform.postgres.db<unknown>(),
    actor.scope,
    statement.person,
  );
  const box = (await readBoxes(platform.postgres.db<unknown>(), platform.keys, [person_id])).get(
    person_id,
  );
  const identifiers: StatedIdentifier[] = Object.values(box?.identifiers ?? {}).slice(0, 1);
  if (identifiers.length === 0)
    throw problem('profile.person_unknown', { person: statement.person });
  const { offset } = await accept(platform, {
    sourceId: await systemSource(platform),
    messages: [
      {
        messageId: publicId('msg'),
        type: 'identify',
        time: platform.clock.now().toISOString(),
        identifiers,
        ...statement.content,
      },
    ],
  });
  await recordAudit(platform, null, {
    actor,
    action: statement.action,
    object: statement.person,
    detail: { names: Object.keys(statement.content.traits ?? {}) },
    ip: statement.ip,
  });
  return { offset };
}

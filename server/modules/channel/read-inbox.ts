import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import type { SealedMessage } from './store/inbox-rows.ts';

/** A message as it lies in the sandbox inbox, decrypted. */
export interface InboxContent {
  readonly deliveryId: number;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly receivedAt: Date;
}

/** Decrypts rows of the inbox. */
export async function openInbox(
  platform: Pick<Platform, 'keys'>,
  rows: readonly SealedMessage[],
): Promise<readonly InboxContent[]> {
  const open = await platform.keys.opener(rows.map(({ keyId }) => keyId));
  return rows.map(({ deliveryId, keyId, body, receivedAt }) => {
    const plain = JSON.parse(open(keyId, body).toString()) as {
      to: string;
      subject: string;
      body: string;
    };
    return { deliveryId, receivedAt, ...plain };
  });
}

/** All messages that some identities would have received. */
export async function readInbox(
  platform: Platform,
  identityIds: readonly number[],
): Promise<
  readonly { readonly subject: string; readonly body: string; readonly receivedAt: Date }[]
> {
  const { rows } = await sql<SealedMessage>`
    select delivery_id as "deliveryId", key_id as "keyId", body, received_at as "receivedAt"
    from channel.inbox where identity_id = any(${[...identityIds]}::bigint[]) order by delivery_id`.execute(
    platform.postgres.db<unknown>(),
  );
  const messages = await openInbox(platform, rows);
  return messages.map(({ subject, body, receivedAt }) => ({ subject, body, receivedAt }));
}

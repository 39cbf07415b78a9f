import { trackingRoutes } from '@siyu/contract/collect';
import { writeDocuments } from '@siyu/contract/commerce';
import type { Act } from '@siyu/simulator';
import { openClient } from './client.ts';

/** Sends acts of one kind to one source; resolves when they are durable. */
export type Door = (acts: readonly Act[]) => Promise<void>;

/** The doors of a source: calls go to the tracking interface, documents to the shop interface. */
export function openDoor(address: string, writeKey: string): Door {
  const basic = Buffer.from(`${writeKey}:`).toString('base64');
  const client = openClient(address, { authorization: `Basic ${basic}` });
  return async (acts) => {
    const calls = acts.flatMap((act) => (act.kind === 'call' ? [act.call] : []));
    const documents = acts.flatMap((act) => (act.kind === 'document' ? [act.document] : []));
    if (calls.length > 0) await client.call(trackingRoutes.batch, { body: { batch: calls } });
    if (documents.length > 0) await client.call(writeDocuments, { body: { documents } });
  };
}

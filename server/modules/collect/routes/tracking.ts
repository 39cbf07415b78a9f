import { batchLimit, trackingRoutes } from '@siyu/contract/collect';
import type { Static, TObject, TSchema } from 'typebox';
import { type Call, type Endpoint, endpoint, problem } from '../../../platform/http/index.ts';
import { accept } from '../accept.ts';
import { type ReadCalls, readCalls } from '../read-calls.ts';

type TrackingCall = Call<TObject, TObject, TSchema>;
type Bag = Readonly<Record<string, unknown>>;

async function keep(
  { platform, actor }: TrackingCall,
  read: ReadCalls,
): Promise<Static<typeof trackingRoutes.track.response>> {
  await accept(platform, { sourceId: actor.sourceId as number, ...read });
  return { success: true };
}

const one = (route: (typeof trackingRoutes)['track'], type: string): Endpoint =>
  endpoint(route, (call) => {
    const raw = call.body as Bag | null;
    const received = { receivedAt: call.platform.clock.now(), sentAt: raw?.sentAt };
    return keep(call as TrackingCall, readCalls([{ raw, type }], received));
  });

const many = (route: (typeof trackingRoutes)['batch'], isHistory: boolean): Endpoint =>
  endpoint(route, (call) => {
    const body = call.body as Bag | null;
    const list = body?.batch;
    if (!Array.isArray(list) || list.length === 0) throw problem('collect.batch_missing');
    if (list.length > batchLimit)
      throw problem('collect.batch_too_long', { calls: list.length, most: batchLimit });
    const shared = body?.context;
    const calls = list.map((item: unknown) => {
      const raw = item as Bag | null;
      const type = typeof raw?.type === 'string' ? raw.type : '';
      // A batch may state its context once for all its calls.
      return {
        type,
        raw: shared && raw && raw.context === undefined ? { ...raw, context: shared } : raw,
      };
    });
    const received = { receivedAt: call.platform.clock.now(), sentAt: body?.sentAt, isHistory };
    return keep(call as TrackingCall, readCalls(calls, received));
  });

export const trackingEndpoints: readonly Endpoint[] = [
  one(trackingRoutes.track, 'track'),
  one(trackingRoutes.identify, 'identify'),
  one(trackingRoutes.page, 'page'),
  one(trackingRoutes.screen, 'screen'),
  one(trackingRoutes.group, 'group'),
  one(trackingRoutes.alias, 'alias'),
  many(trackingRoutes.batch, false),
  many(trackingRoutes.importCalls, true),
];

import { Type } from 'typebox';
import { defineRoute } from '../kit/route.ts';

/** Most calls in one batch; Segment's own limit is 500 KB a batch, ours is on calls and on the body's size. */
export const batchLimit = 2000;

const accepted = Type.Object({ success: Type.Boolean() });

const single = (
  call: 'track' | 'identify' | 'page' | 'screen' | 'group' | 'alias',
  example: object,
) =>
  defineRoute({
    id: `collect.${call}`,
    method: 'POST',
    path: `/v1/${call}`,
    summary: `Segment-compatible ${call}; answered when the call is durable`,
    access: 'write_key',
    scope: 'none',
    body: Type.Unknown(),
    response: accepted,
    errors: [],
    example: { request: example, response: { success: true } },
  });

export const track = single('track', {
  anonymousId: '8f2c',
  event: 'Product Viewed',
  properties: { product_id: 'BX-21', price: 3999 },
});
export const identify = single('identify', {
  userId: 'M1001',
  traits: { phone: '13812349876', city: '青岛' },
});
export const page = single('page', {
  anonymousId: '8f2c',
  name: 'Home',
  properties: { path: '/' },
});
export const screen = single('screen', { anonymousId: '8f2c', name: 'Home' });
export const group = single('group', { userId: 'M1001', groupId: 'family-7' });
export const alias = single('alias', { userId: 'M1001', previousId: '8f2c' });

const many = (call: 'batch' | 'import', summary: string) =>
  defineRoute({
    id: `collect.${call}`,
    method: 'POST',
    path: `/v1/${call}`,
    summary,
    access: 'write_key',
    scope: 'none',
    body: Type.Unknown(),
    response: accepted,
    errors: ['collect.batch_missing', 'collect.batch_too_long'],
    example: {
      request: { batch: [{ type: 'track', anonymousId: '8f2c', event: 'Product Viewed' }] },
      response: { success: true },
    },
  });

export const batch = many(
  'batch',
  'Segment-compatible batch of calls, each with its type; answered when all are durable',
);
export const importCalls = many('import', 'Like batch, for history: times are taken as stated');

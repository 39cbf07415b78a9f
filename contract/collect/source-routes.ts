import { Type } from 'typebox';
import { pageOf, pageQuery } from '../kit/page.ts';
import { defineRoute } from '../kit/route.ts';

export const sourceKinds = [
  'site',
  'mini_program',
  'app',
  'shop',
  'pos',
  'wecom',
  'file',
  'server',
] as const;

const Source = Type.Object({
  id: Type.String({ description: 'src_…' }),
  kind: Type.String(),
  channel: Type.String({ description: 'The channel that its events carry, e.g. tmall' }),
  name: Type.String(),
  node: Type.Object({ code: Type.String(), nameZh: Type.String(), nameEn: Type.String() }),
  writeKeyPrefix: Type.Union([Type.String(), Type.Null()]),
  createdAt: Type.String(),
  closedAt: Type.Union([Type.String(), Type.Null()]),
  /** Over the last 24 hours. */
  accepted: Type.Integer(),
  duplicates: Type.Integer(),
  quarantined: Type.Integer(),
});

const params = Type.Object({ source: Type.String() });

export const listSources = defineRoute({
  id: 'collect.list_sources',
  method: 'GET',
  path: '/api/sources',
  summary: 'Sources with what came in over the last 24 hours',
  access: 'sources.read',
  scope: 'org',
  query: Type.Object(pageQuery),
  response: pageOf(Source),
  errors: [],
});

export const createSource = defineRoute({
  id: 'collect.create_source',
  method: 'POST',
  path: '/api/sources',
  summary: 'Adds a source and shows its write key, once',
  access: 'sources.edit',
  scope: 'org',
  body: Type.Object({
    kind: Type.Unsafe<(typeof sourceKinds)[number]>(Type.String({ enum: [...sourceKinds] })),
    channel: Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z0-9_]+$' }),
    name: Type.String({ minLength: 1, maxLength: 80 }),
    node: Type.String({ description: 'Code of the organisation node that it belongs to' }),
  }),
  response: Type.Object({ id: Type.String(), writeKey: Type.String() }),
  errors: ['collect.node_unknown'],
  example: {
    request: { kind: 'mini_program', channel: 'mini_program', name: '会员小程序', node: 'group' },
  },
});

export const rotateWriteKey = defineRoute({
  id: 'collect.rotate_write_key',
  method: 'POST',
  path: '/api/sources/:source/write-key',
  summary: 'Replaces the write key; the old one stops working at once',
  access: 'sources.edit',
  scope: 'org',
  params,
  response: Type.Object({ writeKey: Type.String() }),
  errors: ['collect.source_unknown'],
});

export const closeSource = defineRoute({
  id: 'collect.close_source',
  method: 'POST',
  path: '/api/sources/:source/close',
  summary: 'Closes a source: its write key is refused from now on, its data stay',
  access: 'sources.edit',
  scope: 'org',
  params,
  response: Type.Object({ closedAt: Type.String() }),
  errors: ['collect.source_unknown'],
});

export const sourceVolume = defineRoute({
  id: 'collect.source_volume',
  method: 'GET',
  path: '/api/sources/:source/volume',
  summary: 'Calls of a source per minute over the last hours',
  access: 'sources.read',
  scope: 'org',
  params,
  query: Type.Object({
    hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 168, default: 24 })),
  }),
  response: Type.Object({
    minutes: Type.Array(
      Type.Object({
        minute: Type.String(),
        accepted: Type.Integer(),
        duplicates: Type.Integer(),
        quarantined: Type.Integer(),
      }),
    ),
  }),
  errors: ['collect.source_unknown'],
});

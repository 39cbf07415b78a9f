import { Type } from 'typebox';
import { pageOf, pageQuery } from '../kit/page.ts';
import { defineRoute } from '../kit/route.ts';

const LiveEvent = Type.Object({
  name: Type.String(),
  nameZh: Type.String(),
  nameEn: Type.String(),
  time: Type.String(),
  receivedAt: Type.String(),
  person: Type.Union([Type.String(), Type.Null()], {
    description: 'per_…; null for an anonymous sale',
  }),
  source: Type.String({ description: 'Name of the source' }),
  channel: Type.String(),
  revenue: Type.Union([Type.Integer(), Type.Null()]),
  currency: Type.String(),
  properties: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});

export const liveEvents = defineRoute({
  id: 'collect.live_events',
  method: 'GET',
  path: '/api/live-events',
  summary: 'The newest events in the order of their arrival',
  access: 'sources.read',
  scope: 'people',
  query: Type.Object({
    source: Type.Optional(Type.String()),
    event: Type.Optional(Type.String()),
    after: Type.Optional(
      Type.Integer({ description: 'Block after which to look, from the answer before' }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  response: Type.Object({
    events: Type.Array(LiveEvent),
    block: Type.Integer(),
    dataAsOf: Type.Union([Type.String(), Type.Null()]),
  }),
  errors: ['collect.source_unknown'],
});

const Quarantined = Type.Object({
  id: Type.String(),
  source: Type.String(),
  reason: Type.String(),
  detail: Type.String(),
  event: Type.Union([Type.String(), Type.Null()]),
  receivedAt: Type.String(),
  state: Type.String(),
});

export const listQuarantine = defineRoute({
  id: 'collect.list_quarantine',
  method: 'GET',
  path: '/api/quarantine',
  summary: 'Calls that could not be understood, newest first',
  access: 'sources.read',
  scope: 'org',
  query: Type.Object({
    ...pageQuery,
    state: Type.Optional(
      Type.Unsafe<'open' | 'replayed' | 'discarded'>(
        Type.String({ enum: ['open', 'replayed', 'discarded'] }),
      ),
    ),
    reason: Type.Optional(Type.String()),
  }),
  response: pageOf(Quarantined),
  errors: [],
});

export const showQuarantined = defineRoute({
  id: 'collect.show_quarantined',
  method: 'GET',
  path: '/api/quarantine/:id',
  summary: 'One quarantined call as it came; the look is logged, since it may hold personal values',
  access: 'sources.edit',
  scope: 'org',
  params: Type.Object({ id: Type.String() }),
  response: Type.Object({ ...Quarantined.properties, raw: Type.Unknown() }),
  errors: ['collect.quarantined_unknown'],
});

export const replayQuarantined = defineRoute({
  id: 'collect.replay_quarantined',
  method: 'POST',
  path: '/api/quarantine/:id/replay',
  summary: 'Sends a quarantined call in again, mended when a body is given',
  access: 'sources.edit',
  scope: 'org',
  params: Type.Object({ id: Type.String() }),
  body: Type.Object({ mended: Type.Optional(Type.Unknown()) }),
  response: Type.Object({ state: Type.String() }),
  errors: ['collect.quarantined_unknown'],
});

export const discardQuarantined = defineRoute({
  id: 'collect.discard_quarantined',
  method: 'POST',
  path: '/api/quarantine/:id/discard',
  summary: 'Sets a quarantined call aside for good; it stays readable',
  access: 'sources.edit',
  scope: 'org',
  params: Type.Object({ id: Type.String() }),
  response: Type.Object({ state: Type.String() }),
  errors: ['collect.quarantined_unknown'],
});

const Name = Type.Object({
  name: Type.String(),
  nameZh: Type.String(),
  nameEn: Type.String(),
  named: Type.Boolean({ description: 'Whether a person or the vocabulary gave the name' }),
});

export const listEventNames = defineRoute({
  id: 'collect.list_event_names',
  method: 'GET',
  path: '/api/event-names',
  summary: 'Every event that ever came in, with its display names',
  access: 'session',
  scope: 'none',
  response: Type.Object({ events: Type.Array(Name) }),
  errors: [],
});

export const nameEvent = defineRoute({
  id: 'collect.name_event',
  method: 'PUT',
  path: '/api/event-names/:name',
  summary: 'Gives an event its display names',
  access: 'sources.edit',
  scope: 'none',
  params: Type.Object({ name: Type.String() }),
  body: Type.Object({
    nameZh: Type.String({ minLength: 1, maxLength: 80 }),
    nameEn: Type.String({ minLength: 1, maxLength: 80 }),
  }),
  response: Name,
  errors: ['platform.not_found'],
});

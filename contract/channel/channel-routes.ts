import { Type } from 'typebox';
import { channelKind } from '../content/schemas.ts';
import { defineRoute, pageOf, pageQuery } from '../kit/index.ts';
import { sendPolicy } from './policy.ts';
import {
  channel,
  channelChange,
  personRef,
  provider,
  stopStatus,
  suppression,
  suppressionReason,
} from './schemas.ts';

const kindParams = Type.Object({ kind: channelKind });

export const listProviders = defineRoute({
  id: 'channel.list_providers',
  method: 'GET',
  path: '/api/channels/providers',
  summary: 'Providers with the channels they serve and the form of their settings',
  access: 'deliveries.read',
  scope: 'none',
  response: Type.Object({ providers: Type.Array(provider) }),
  errors: [],
});

export const listChannels = defineRoute({
  id: 'channel.list_channels',
  method: 'GET',
  path: '/api/channels',
  summary: 'Every channel with provider, mode and what waits in it',
  access: 'deliveries.read',
  scope: 'none',
  response: Type.Object({ channels: Type.Array(channel) }),
  errors: [],
});

export const readChannel = defineRoute({
  id: 'channel.read_channel',
  method: 'GET',
  path: '/api/channels/:kind',
  summary: 'One channel',
  access: 'deliveries.read',
  scope: 'none',
  params: kindParams,
  response: channel,
  errors: [],
});

export const changeChannel = defineRoute({
  id: 'channel.change_channel',
  method: 'PATCH',
  path: '/api/channels/:kind',
  summary:
    'Choose provider, mode, settings and rate of a channel; secrets are stored encrypted and never shown',
  access: 'channels.edit',
  scope: 'none',
  params: kindParams,
  body: channelChange,
  response: channel,
  errors: ['channel.provider_unknown', 'channel.setting_invalid'],
  example: {
    request: {
      provider: 'smtp',
      mode: 'test',
      settings: {
        host: 'smtp.example.com',
        port: 465,
        security: 'tls',
        user: 'crm',
        from: 'crm@example.com',
      },
      secrets: { password: '…' },
    },
  },
});

export const probeChannel = defineRoute({
  id: 'channel.probe_channel',
  method: 'POST',
  path: '/api/channels/:kind/probe',
  summary: 'Try the connection and the credentials without sending anything',
  access: 'channels.edit',
  scope: 'none',
  params: kindParams,
  response: Type.Object({ answer: Type.String() }),
  errors: ['channel.provider_refused'],
});

export const listTesters = defineRoute({
  id: 'channel.list_testers',
  method: 'GET',
  path: '/api/channels/testers',
  summary: 'The white list: people who get real messages while a channel is in test mode',
  access: 'deliveries.read',
  scope: 'people',
  query: Type.Object(pageQuery),
  response: pageOf(
    Type.Object({
      person: personRef,
      addedBy: Type.String(),
      addedAt: Type.String({ format: 'date-time' }),
    }),
  ),
  errors: [],
});

export const addTester = defineRoute({
  id: 'channel.add_tester',
  method: 'POST',
  path: '/api/channels/testers',
  summary: 'Put a person on the white list; doing it twice changes nothing',
  access: 'channels.edit',
  scope: 'people',
  body: Type.Object({ person: Type.String() }),
  response: Type.Object({ added: Type.Boolean() }),
  errors: ['profile.person_unknown'],
});

export const removeTester = defineRoute({
  id: 'channel.remove_tester',
  method: 'DELETE',
  path: '/api/channels/testers/:person',
  summary: 'Take a person off the white list',
  access: 'channels.edit',
  scope: 'people',
  params: Type.Object({ person: Type.String() }),
  response: Type.Object({ removed: Type.Boolean() }),
  errors: ['profile.person_unknown'],
});

export const readPolicy = defineRoute({
  id: 'channel.read_policy',
  method: 'GET',
  path: '/api/send-policy',
  summary: 'Quiet hours and caps in force',
  access: 'campaigns.read',
  scope: 'none',
  response: sendPolicy,
  errors: [],
});

export const changePolicy = defineRoute({
  id: 'channel.change_policy',
  method: 'PUT',
  path: '/api/send-policy',
  summary: 'Change quiet hours and caps; in force for everything planned from now on',
  access: 'channels.edit',
  scope: 'none',
  body: sendPolicy,
  response: sendPolicy,
  errors: [],
});

export const listSuppressions = defineRoute({
  id: 'channel.list_suppressions',
  method: 'GET',
  path: '/api/suppressions',
  summary: 'Addresses that get nothing any more, newest first',
  access: 'deliveries.read',
  scope: 'people',
  query: Type.Object({
    ...pageQuery,
    channel: Type.Optional(channelKind),
    reason: Type.Optional(suppressionReason),
    person: Type.Optional(Type.String()),
  }),
  response: pageOf(suppression),
  errors: ['profile.person_unknown'],
});

export const addSuppression = defineRoute({
  id: 'channel.add_suppression',
  method: 'POST',
  path: '/api/suppressions',
  summary: 'Block all addresses of a person on a channel',
  access: 'channels.edit',
  scope: 'people',
  body: Type.Object({
    person: Type.String(),
    channel: channelKind,
    note: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  response: Type.Object({ added: Type.Integer() }),
  errors: ['profile.person_unknown', 'channel.no_address'],
});

export const removeSuppression = defineRoute({
  id: 'channel.remove_suppression',
  method: 'DELETE',
  path: '/api/suppressions/:suppression',
  summary: 'Take an address off the list; consent is a matter of its own and is not given back',
  access: 'channels.edit',
  scope: 'people',
  params: Type.Object({ suppression: Type.String({ pattern: '^sup_[0-9a-z]+$' }) }),
  response: Type.Object({ removed: Type.Boolean() }),
  errors: ['channel.suppression_unknown'],
});

export const readStop = defineRoute({
  id: 'channel.read_stop',
  method: 'GET',
  path: '/api/outgoing',
  summary: 'The red button: whether everything stands still, and what waits or is in flight',
  access: 'deliveries.read',
  scope: 'none',
  response: stopStatus,
  errors: [],
});

export const stopOutgoing = defineRoute({
  id: 'channel.stop_outgoing',
  method: 'POST',
  path: '/api/outgoing/stop',
  summary: 'Stop everything outgoing at once, or one channel; pressing twice changes nothing',
  access: 'channels.stop',
  scope: 'none',
  body: Type.Object({
    channel: Type.Optional(channelKind),
    reason: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  response: stopStatus,
  errors: [],
});

export const resumeOutgoing = defineRoute({
  id: 'channel.resume_outgoing',
  method: 'POST',
  path: '/api/outgoing/resume',
  summary: 'Let messages leave again; each is checked again before it goes',
  access: 'channels.stop',
  scope: 'none',
  body: Type.Object({ channel: Type.Optional(channelKind) }),
  response: stopStatus,
  errors: [],
});

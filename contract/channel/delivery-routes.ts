import { Type } from 'typebox';
import { channelKind } from '../content/schemas.ts';
import { defineRoute, pageOf, pageQuery } from '../kit/index.ts';
import {
  delivery,
  deliveryId,
  deliveryState,
  inboxEntry,
  inboxMessage,
  skipReason,
} from './schemas.ts';

const params = Type.Object({ delivery: deliveryId });
const filters = {
  person: Type.Optional(Type.String({ description: 'Public id of a person' })),
  channel: Type.Optional(channelKind),
  campaign: Type.Optional(Type.String({ pattern: '^cmp_' })),
};

export const listDeliveries = defineRoute({
  id: 'channel.list_deliveries',
  method: 'GET',
  path: '/api/deliveries',
  summary: 'Deliveries to people of the caller’s scope, newest first',
  access: 'deliveries.read',
  scope: 'people',
  query: Type.Object({
    ...pageQuery,
    ...filters,
    state: Type.Optional(deliveryState),
    reason: Type.Optional(skipReason),
  }),
  response: pageOf(delivery),
  errors: ['profile.person_unknown'],
});

export const readDelivery = defineRoute({
  id: 'channel.read_delivery',
  method: 'GET',
  path: '/api/deliveries/:delivery',
  summary: 'One delivery with its whole story',
  access: 'deliveries.read',
  scope: 'people',
  params,
  response: delivery,
  errors: ['channel.delivery_unknown'],
});

export const settleDelivery = defineRoute({
  id: 'channel.settle_delivery',
  method: 'POST',
  path: '/api/deliveries/:delivery/settle',
  summary: 'Decide a delivery of unknown outcome: it was sent, or it is to be sent again',
  access: 'campaigns.edit',
  scope: 'people',
  params,
  body: Type.Object({ as: Type.Enum(['sent', 'again']) }),
  response: delivery,
  errors: ['channel.delivery_unknown', 'channel.delivery_settled'],
});

export const listInbox = defineRoute({
  id: 'channel.list_inbox',
  method: 'GET',
  path: '/api/inbox',
  summary: 'The sandbox inbox: what people would have received, newest first',
  access: 'deliveries.read',
  scope: 'people',
  query: Type.Object({ ...pageQuery, ...filters }),
  response: pageOf(inboxEntry),
  errors: ['profile.person_unknown'],
});

export const readInboxMessage = defineRoute({
  id: 'channel.read_inbox_message',
  method: 'GET',
  path: '/api/inbox/:delivery',
  summary:
    'A message of the sandbox inbox as it was rendered for its person; reading it here is not an open',
  access: 'deliveries.read',
  scope: 'people',
  params,
  response: inboxMessage,
  errors: ['channel.not_in_inbox'],
});

export const reactToInboxMessage = defineRoute({
  id: 'channel.react_to_inbox_message',
  method: 'POST',
  path: '/api/inbox/:delivery/reactions',
  summary: 'Open, click or unsubscribe in the place of the recipient',
  access: 'campaigns.edit',
  scope: 'people',
  params,
  body: Type.Object({
    reaction: Type.Enum(['opened', 'clicked', 'replied', 'unsubscribed']),
    link: Type.Optional(
      Type.Integer({ minimum: 1, description: 'clicked: which link; the first when absent' }),
    ),
  }),
  response: inboxMessage,
  errors: ['channel.not_in_inbox', 'channel.link_unknown'],
  example: { request: { reaction: 'clicked', link: 1 } },
});

const token = Type.Object({ token: Type.String({ minLength: 8, maxLength: 64 }) });

export const followLink = defineRoute({
  id: 'channel.follow_link',
  method: 'GET',
  path: '/t/:token',
  summary: 'A tracked link: counts the click and redirects to the stored address',
  access: 'public',
  scope: 'none',
  params: token,
  response: Type.Any(),
  errors: ['channel.link_unknown'],
  transfer: { response: 'file' },
});

export const openPixel = defineRoute({
  id: 'channel.open_pixel',
  method: 'GET',
  path: '/o/:token',
  summary: 'The open pixel (`<token>.gif`); always answers the same picture',
  access: 'public',
  scope: 'none',
  params: token,
  response: Type.Any(),
  errors: [],
  transfer: { response: 'file' },
});

export const showUnsubscribe = defineRoute({
  id: 'channel.show_unsubscribe',
  method: 'GET',
  path: '/u/:token',
  summary: 'The page on which a recipient unsubscribes with one click, in both languages',
  access: 'public',
  scope: 'none',
  params: token,
  response: Type.Any(),
  errors: ['channel.link_unknown'],
  transfer: { response: 'file' },
});

export const unsubscribe = defineRoute({
  id: 'channel.unsubscribe',
  method: 'POST',
  path: '/u/:token',
  summary:
    'Withdraw the consent for this channel and suppress the address (also RFC 8058 one-click)',
  access: 'public',
  scope: 'none',
  params: token,
  response: Type.Any(),
  errors: ['channel.link_unknown'],
  transfer: { request: 'file', response: 'file' },
});

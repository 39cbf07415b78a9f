import { type Static, Type } from 'typebox';
import { channelKindNames } from '../content/channel-kinds.ts';

const localTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM' });
const limit = (description: string) =>
  Type.Union([Type.Integer({ minimum: 0, maximum: 1_000 }), Type.Null()], { description });

/** Most marketing messages one person gets; null = no limit. Days and weeks (from Monday) are the organisation's. */
export const cap = Type.Object({
  perDay: limit('Messages a day'),
  perWeek: limit('Messages a calendar week'),
});
export type Cap = Static<typeof cap>;

/** What every marketing message obeys; service messages are free of quiet hours and caps and count in none. */
export const sendPolicy = Type.Object({
  quiet: Type.Union([Type.Object({ from: localTime, until: localTime }), Type.Null()], {
    description: 'No message leaves between these times of the person’s zone; may span midnight',
  }),
  overall: cap,
  channels: Type.Object(
    Object.fromEntries(channelKindNames.map((kind) => [kind, Type.Optional(cap)])),
    { additionalProperties: false },
  ),
});
export interface SendPolicy {
  readonly quiet: { readonly from: string; readonly until: string } | null;
  readonly overall: Cap;
  readonly channels: Readonly<Partial<Record<(typeof channelKindNames)[number], Cap>>>;
}

/** In force until somebody changes it: nothing at night, one a day and three a week over all channels. */
export const defaultSendPolicy: SendPolicy = {
  quiet: { from: '21:00', until: '09:00' },
  overall: { perDay: 1, perWeek: 3 },
  channels: {},
};

import { type Static, Type } from 'typebox';
import { channelKind } from '../content/schemas.ts';
import { defineRoute } from '../kit/route.ts';
import { skipReason } from './schemas.ts';

/** Whom an import has brought, and whom of them a marketing message could reach by each channel. */
export const importReach = Type.Object({
  /** People of the import who still exist, as they are united now. */
  people: Type.Integer(),
  /** Of these, made by the import; the others were known before. */
  newPeople: Type.Integer(),
  channels: Type.Array(
    Type.Object({
      channel: channelKind,
      reachable: Type.Integer(),
      /** Why the rest are not: the first reason of the send policy that holds. */
      reasons: Type.Array(Type.Object({ reason: skipReason, people: Type.Integer() })),
    }),
  ),
});
export type ImportReach = Static<typeof importReach>;

export const readImportReach = defineRoute({
  id: 'channel.read_import_reach',
  method: 'GET',
  path: '/api/imports/:import/reach',
  summary:
    'Whom an import made and met again, how many can be reached by each channel, and why the rest cannot',
  access: 'imports.read',
  scope: 'org',
  params: Type.Object({ import: Type.String({ pattern: '^imp_[A-Za-z0-9]+$' }) }),
  response: importReach,
  errors: ['collect.import_unknown'],
});

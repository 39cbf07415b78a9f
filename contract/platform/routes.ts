import { Type } from 'typebox';
import { defineRoute } from '../kit/index.ts';

export const readHealth = defineRoute({
  id: 'platform.read_health',
  method: 'GET',
  path: '/health',
  summary: 'The process is alive',
  access: 'public',
  scope: 'none',
  response: Type.Object({ alive: Type.Literal(true), version: Type.String() }),
  errors: [],
  example: { response: { alive: true, version: '0.1.0' } },
});

export const readReadiness = defineRoute({
  id: 'platform.read_readiness',
  method: 'GET',
  path: '/ready',
  summary: 'The server can do its work; answers 503 and says what is missing otherwise',
  access: 'public',
  scope: 'none',
  response: Type.Object({
    ready: Type.Literal(true),
    checks: Type.Record(Type.String(), Type.Literal('ok')),
  }),
  errors: ['platform.unavailable'],
  example: { response: { ready: true, checks: { postgres: 'ok', clickhouse: 'ok' } } },
});

const setting = Type.Object({
  name: Type.String(),
  value: Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
  origin: Type.Enum(['default', 'file', 'environment', 'option']),
  secret: Type.Boolean({ description: 'The value is hidden' }),
});

export const readStatus = defineRoute({
  id: 'platform.read_status',
  method: 'GET',
  path: '/api/status',
  summary: 'What runs, since when, on which engines and settings',
  access: 'audit.read',
  scope: 'none',
  response: Type.Object({
    version: Type.String(),
    startedAt: Type.String({ format: 'date-time' }),
    checks: Type.Record(Type.String(), Type.String()),
    settings: Type.Array(setting),
  }),
  errors: [],
});

export const backUp = defineRoute({
  id: 'platform.back_up',
  method: 'POST',
  path: '/api/backup',
  summary: 'Write both engines to a new folder while the server works on',
  access: 'org.edit',
  scope: 'none',
  body: Type.Object({
    to: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'Folder on the server’s machine, for commands on that machine only; `backups/<time>` in the home folder when absent',
      }),
    ),
  }),
  response: Type.Object({
    to: Type.String(),
    madeAt: Type.String({ format: 'date-time' }),
    bytes: Type.Integer(),
    rows: Type.Object({ postgres: Type.Integer(), clickhouse: Type.Integer() }),
  }),
  errors: ['platform.forbidden', 'platform.backup_failed'],
  seconds: 6 * 3_600,
});

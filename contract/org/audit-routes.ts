import { Type } from 'typebox';
import { defineRoute, pageOf, pageQuery } from '../kit/index.ts';
import { auditEntry, auditProof } from './schemas.ts';

const instant = Type.String({ format: 'date-time' });

export const listAudit = defineRoute({
  id: 'org.list_audit',
  method: 'GET',
  path: '/api/audit',
  summary: 'Who did what when, newest first; only acts of users and keys within the caller’s scope',
  access: 'audit.read',
  scope: 'org',
  query: Type.Object({
    ...pageQuery,
    actor: Type.Optional(Type.String({ description: '`usr_…`, `key_…` or `system`' })),
    action: Type.Optional(Type.String({ description: 'An action, or its beginning: `org.`' })),
    object: Type.Optional(Type.String()),
    from: Type.Optional(instant),
    to: Type.Optional(instant),
  }),
  response: pageOf(auditEntry),
  errors: [],
});

export const verifyAudit = defineRoute({
  id: 'org.verify_audit',
  method: 'POST',
  path: '/api/audit/verify',
  summary: 'Recompute the hash chain over the audit log and say whether and where it breaks',
  access: 'audit.read',
  scope: 'none',
  body: Type.Object({
    head: Type.Optional(
      Type.String({
        pattern: '^[0-9a-f]{64}$',
        description: 'A head noted earlier, which must be in the chain',
      }),
    ),
  }),
  response: auditProof,
  errors: [],
  example: { request: {} },
});

export const sealAudit = defineRoute({
  id: 'org.seal_audit',
  method: 'POST',
  path: '/api/audit/seal',
  summary: 'Seal the entries that no seal covers yet, which otherwise happens every few minutes',
  access: 'audit.read',
  scope: 'none',
  response: Type.Object({
    sealed: Type.Integer({ description: 'Entries sealed now' }),
    head: Type.Union([Type.String(), Type.Null()]),
  }),
  errors: [],
  example: { response: { sealed: 12, head: null } },
});

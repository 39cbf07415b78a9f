import { type Static, Type } from 'typebox';
import { roles } from './access.ts';

export const nodeKinds = ['group', 'brand', 'dealer', 'region', 'store'] as const;
export type NodeKind = (typeof nodeKinds)[number];

export const locales = ['zh-CN', 'en-US'] as const;
export type Locale = (typeof locales)[number];

const kind = Type.Enum([...nodeKinds]);
const role = Type.Enum([...roles]);
const locale = Type.Enum([...locales]);
const instant = Type.String({ format: 'date-time', description: 'ISO 8601, UTC' });
const displayName = Type.String({ minLength: 1, maxLength: 100 });

/** A node is known outside by its code, which never changes: a store's number, a brand's short name. */
export const nodeCode = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
  description: 'Code of the organisation node; unique and never changed',
});

export const orgNode = Type.Object({
  code: nodeCode,
  kind,
  nameZh: displayName,
  nameEn: displayName,
  parent: Type.Union([nodeCode, Type.Null()], {
    description: 'Code of the parent; null at the root and at the top of the caller’s scope',
  }),
  depth: Type.Integer({ description: '0 for the root' }),
  timezone: Type.String(),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  city: Type.Union([Type.String(), Type.Null()]),
  closedAt: Type.Union([instant, Type.Null()]),
});
export type OrgNode = Static<typeof orgNode>;

export const newNode = Type.Object({
  parent: nodeCode,
  kind: Type.Enum(['brand', 'dealer', 'region', 'store']),
  code: nodeCode,
  nameZh: displayName,
  nameEn: Type.Optional(displayName),
  timezone: Type.Optional(Type.String({ description: 'IANA zone; the parent’s when absent' })),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
  city: Type.Optional(Type.String({ maxLength: 100 })),
});
export type NewNode = Static<typeof newNode>;

export const nodeChange = Type.Object({
  parent: Type.Optional(nodeCode),
  nameZh: Type.Optional(displayName),
  nameEn: Type.Optional(displayName),
  timezone: Type.Optional(Type.String()),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
  city: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Type.Null()])),
  closed: Type.Optional(
    Type.Boolean({
      description: 'true closes the node and everything below it; false opens the node again',
    }),
  ),
});
export type NodeChange = Static<typeof nodeChange>;

export const loginName = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9@._-]{1,63}$',
  description: 'What the user types to log in; case does not matter',
});
export const password = Type.String({ minLength: 10, maxLength: 200 });

export const user = Type.Object({
  id: Type.String({ pattern: '^usr_' }),
  login: Type.String(),
  name: Type.String(),
  role,
  org: nodeCode,
  orgNameZh: Type.String(),
  orgNameEn: Type.String(),
  locale,
  lockedUntil: Type.Union([instant, Type.Null()]),
  disabledAt: Type.Union([instant, Type.Null()]),
  lastLoginAt: Type.Union([instant, Type.Null()]),
  createdAt: instant,
});
export type User = Static<typeof user>;

export const newUser = Type.Object({
  login: loginName,
  name: displayName,
  role,
  org: nodeCode,
  password,
  locale: Type.Optional(locale),
});
export type NewUser = Static<typeof newUser>;

export const userChange = Type.Object({
  name: Type.Optional(displayName),
  role: Type.Optional(role),
  org: Type.Optional(nodeCode),
  locale: Type.Optional(locale),
  password: Type.Optional(password),
  disabled: Type.Optional(Type.Boolean({ description: 'true ends the user’s sessions' })),
  unlock: Type.Optional(Type.Literal(true)),
});
export type UserChange = Static<typeof userChange>;

/** Who is logged in, what they may do and where; `csrf` goes back as header `x-csrf-token` with every write. */
export const me = Type.Object({
  user: Type.Object({
    id: Type.String(),
    login: Type.String(),
    name: Type.String(),
    role,
    locale,
  }),
  permissions: Type.Array(Type.String()),
  scope: Type.Object({
    org: nodeCode,
    kind,
    nameZh: Type.String(),
    nameEn: Type.String(),
    everything: Type.Boolean({ description: 'The whole organisation' }),
  }),
  organisation: Type.Object({
    nameZh: Type.String(),
    nameEn: Type.String(),
    timezone: Type.String(),
    currency: Type.String(),
  }),
  csrf: Type.String(),
});
export type Me = Static<typeof me>;

export const apiKey = Type.Object({
  id: Type.String({ pattern: '^key_' }),
  name: Type.String(),
  prefix: Type.String({ description: 'The first letters of the key, to tell keys apart' }),
  role,
  org: nodeCode,
  orgNameZh: Type.String(),
  orgNameEn: Type.String(),
  createdBy: Type.String(),
  createdAt: instant,
  lastUsedAt: Type.Union([instant, Type.Null()]),
  revokedAt: Type.Union([instant, Type.Null()]),
});
export type ApiKey = Static<typeof apiKey>;

export const newApiKey = Type.Object({ name: displayName, role, org: nodeCode });

export const auditEntry = Type.Object({
  id: Type.Integer(),
  at: instant,
  actor: Type.String({ description: '`usr_…`, `key_…` or `system`' }),
  actorName: Type.Union([Type.String(), Type.Null()]),
  action: Type.String({ description: '`module.verb_object`' }),
  actionZh: Type.String(),
  actionEn: Type.String(),
  object: Type.Union([Type.String(), Type.Null()]),
  detail: Type.Record(Type.String(), Type.Unknown()),
  ip: Type.Union([Type.String(), Type.Null()]),
});
export type AuditEntry = Static<typeof auditEntry>;

export const auditProof = Type.Object({
  holds: Type.Boolean(),
  entries: Type.Integer(),
  sealed: Type.Integer(),
  seals: Type.Integer(),
  head: Type.Union([Type.String(), Type.Null()], {
    description: 'Hash of the newest seal, hexadecimal',
  }),
  break: Type.Union([
    Type.Object({
      seal: Type.Union([Type.Integer(), Type.Null()]),
      entry: Type.Union([Type.Integer(), Type.Null()]),
      reason: Type.Enum([
        'seal_missing',
        'seal_changed',
        'entry_missing',
        'entry_changed',
        'entry_unsealed',
        'head_unknown',
      ]),
    }),
    Type.Null(),
  ]),
});
export type AuditProof = Static<typeof auditProof>;

import { Type } from 'typebox';
import { defineRoute, pageOf, pageQuery } from '../kit/index.ts';
import { roles } from './access.ts';
import { apiKey, newApiKey, newUser, nodeCode, user, userChange } from './schemas.ts';

export const listUsers = defineRoute({
  id: 'org.list_users',
  method: 'GET',
  path: '/api/users',
  summary: 'Users of the caller’s part of the organisation, newest first',
  access: 'users.read',
  scope: 'org',
  query: Type.Object({
    ...pageQuery,
    search: Type.Optional(
      Type.String({ maxLength: 100, description: 'Part of the name or login' }),
    ),
    role: Type.Optional(Type.Enum([...roles])),
    org: Type.Optional(nodeCode),
  }),
  response: pageOf(user),
  errors: [],
});

export const createUser = defineRoute({
  id: 'org.create_user',
  method: 'POST',
  path: '/api/users',
  summary: 'Add a user with a role and a part of the organisation',
  access: 'users.edit',
  scope: 'org',
  body: newUser,
  response: user,
  errors: ['org.login_taken', 'org.node_unknown'],
  example: {
    request: {
      login: 'li.na',
      name: '李娜',
      role: 'operator',
      org: 'root',
      password: 'a-long-password',
    },
  },
});

export const changeUser = defineRoute({
  id: 'org.change_user',
  method: 'PATCH',
  path: '/api/users/:user',
  summary: 'Change a user’s name, role, scope or password, disable or unlock them',
  access: 'users.edit',
  scope: 'org',
  params: Type.Object({ user: Type.String() }),
  body: userChange,
  response: user,
  errors: ['org.user_unknown', 'org.node_unknown', 'org.last_admin'],
  example: { request: { role: 'analyst' } },
});

export const listApiKeys = defineRoute({
  id: 'org.list_api_keys',
  method: 'GET',
  path: '/api/keys',
  summary:
    'API keys of the caller’s part of the organisation, newest first; the keys themselves are not kept',
  access: 'keys.edit',
  scope: 'org',
  query: Type.Object({ ...pageQuery }),
  response: pageOf(apiKey),
  errors: [],
});

export const createApiKey = defineRoute({
  id: 'org.create_api_key',
  method: 'POST',
  path: '/api/keys',
  summary: 'Make an API key; this answer is the only place where the key can be read',
  access: 'keys.edit',
  scope: 'org',
  body: newApiKey,
  response: Type.Object({ apiKey, key: Type.String() }),
  errors: ['org.node_unknown'],
  example: { request: { name: 'BI', role: 'analyst', org: 'root' } },
});

export const revokeApiKey = defineRoute({
  id: 'org.revoke_api_key',
  method: 'DELETE',
  path: '/api/keys/:key',
  summary: 'End an API key at once',
  access: 'keys.edit',
  scope: 'org',
  params: Type.Object({ key: Type.String() }),
  response: apiKey,
  errors: ['org.api_key_unknown'],
});

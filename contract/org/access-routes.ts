import { Type } from 'typebox';
import { defineRoute } from '../kit/index.ts';
import { locales, loginName, me, password } from './schemas.ts';

export const readSetup = defineRoute({
  id: 'org.read_setup',
  method: 'GET',
  path: '/api/setup',
  summary: 'Whether this installation still needs its first administrator',
  access: 'public',
  scope: 'none',
  response: Type.Object({ needed: Type.Boolean(), version: Type.String() }),
  errors: [],
  example: { response: { needed: true, version: '0.1.0' } },
});

export const setUp = defineRoute({
  id: 'org.set_up',
  method: 'POST',
  path: '/api/setup',
  summary: 'Make the organisation’s root and the first administrator, and log in; works once',
  access: 'public',
  rate: 'strict',
  scope: 'none',
  body: Type.Object({
    nameZh: Type.String({ minLength: 1, maxLength: 100, description: 'Name of the organisation' }),
    nameEn: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    timezone: Type.Optional(Type.String({ default: 'Asia/Shanghai' })),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', default: 'CNY' })),
    login: loginName,
    name: Type.String({ minLength: 1, maxLength: 100 }),
    password,
    locale: Type.Optional(Type.Enum([...locales])),
  }),
  response: me,
  errors: ['org.already_set_up', 'org.timezone_unknown'],
  example: {
    request: { nameZh: '云栖家居', login: 'admin', name: '管理员', password: 'a-long-password' },
  },
});

export const logIn = defineRoute({
  id: 'org.log_in',
  method: 'POST',
  path: '/api/session',
  summary: 'Log in; the answer sets the session cookie',
  access: 'public',
  rate: 'strict',
  scope: 'none',
  body: Type.Object({
    login: Type.String({ minLength: 1, maxLength: 64 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  response: me,
  errors: ['org.login_wrong', 'org.login_locked'],
  example: { request: { login: 'admin', password: 'a-long-password' } },
});

export const logOut = defineRoute({
  id: 'org.log_out',
  method: 'DELETE',
  path: '/api/session',
  summary: 'End the session of this browser',
  access: 'session',
  scope: 'own',
  response: Type.Object({}),
  errors: [],
});

export const readMe = defineRoute({
  id: 'org.read_me',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is logged in, what they may do and where',
  access: 'session',
  scope: 'own',
  response: me,
  errors: [],
});

export const changeMe = defineRoute({
  id: 'org.change_me',
  method: 'PATCH',
  path: '/api/me',
  summary: 'Change one’s own name or language',
  access: 'session',
  scope: 'own',
  body: Type.Object({
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    locale: Type.Optional(Type.Enum([...locales])),
  }),
  response: me,
  errors: [],
  example: { request: { locale: 'en-US' } },
});

export const changePassword = defineRoute({
  id: 'org.change_password',
  method: 'POST',
  path: '/api/me/password',
  summary: 'Change one’s own password; ends all other sessions',
  access: 'session',
  rate: 'strict',
  scope: 'own',
  body: Type.Object({
    current: Type.String({ minLength: 1, maxLength: 200 }),
    next: password,
  }),
  response: Type.Object({}),
  errors: ['org.password_wrong', 'org.login_locked'],
});

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  changePassword,
  changeUser,
  createApiKey,
  createUser,
  listUsers,
  logIn,
  logOut,
  readMe,
  readSetup,
  readTree,
  revokeApiKey,
  setUp,
} from '@siyu/contract/org';
import { sql } from 'kysely';
import { steppingClock } from '../../platform/clock/index.ts';
import { sessionCookie } from '../../platform/http/index.ts';
import { type Caller, emptyApp, stranger, type TestApp, testApp } from '../../testing/app.ts';

describe('the first run', () => {
  it('gives the installation to one of those who set it up at the same moment', async () => {
    const app = await emptyApp();
    try {
      const body = { nameZh: '集团', name: 'A', password: 'a-long-password' };
      const answers = await Promise.all(
        ['a1', 'a2', 'a3'].map((login) => app.ask(setUp, { body: { ...body, login } })),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409]);
    } finally {
      await app.close();
    }
  });
});

describe('who may come in', () => {
  const clock = steppingClock('2026-11-22T08:00:00Z');
  let app: TestApp;
  before(async () => {
    app = await testApp({ clock });
  });
  after(() => app.close());
  beforeEach(() => clock.advance(3_600_000 * 24));
  const code = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
  const attempt = (login: string, password: string) =>
    app.ask(logIn, { body: { login, password } }, stranger);
  const freshAdmin = async () => {
    const { login, password } = app.admin;
    const answer = await attempt(login, password);
    const token = answer.raw.cookies.find(({ name }) => name === sessionCookie)?.value;
    const { csrf } = answer.body as { csrf: string };
    return { headers: { cookie: `${sessionCookie}=${token}`, 'x-csrf-token': csrf } };
  };

  it('sets the installation up once', async () => {
    assert.equal((await app.call(readSetup, {}, stranger)).needed, false);
    const body = { nameZh: '又一家', login: 'second', name: 'B', password: 'another-password' };
    assert.equal(code(await app.ask(setUp, { body }, stranger)), 'org.already_set_up');
  });

  it('keeps the session in a cookie that scripts cannot read and other sites’ forms do not send', async () => {
    const answer = await attempt('admin', app.admin.password);
    const cookie = String(answer.raw.headers['set-cookie']);
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Lax/);
    assert.doesNotMatch(JSON.stringify(answer.body), new RegExp(cookie.slice(13, 40)));
  });

  it('says the same of an unknown login and a wrong password', async () => {
    await app.aUser({ login: 'known' });
    const [unknown, wrong] = [await attempt('unknown', 'x'), await attempt('known', 'x')];
    assert.deepEqual([unknown.status, code(unknown)], [401, 'org.login_wrong']);
    assert.deepEqual(unknown.body, wrong.body);
  });

  it('locks an account after five failures in a row, even when they come at once, for a quarter of an hour', async () => {
    const { login, password } = await app.aUser();
    const guesses = await Promise.all(Array.from({ length: 12 }, () => attempt(login, 'guess')));
    const looked = guesses.filter((answer) => code(answer) === 'org.login_wrong').length;
    assert.ok(looked <= 4, `${looked} guesses were looked at`);
    assert.equal(code(await attempt(login, password)), 'org.login_locked');
    clock.advance(15 * 60_000);
    assert.equal((await attempt(login, password)).status, 200);
  });

  it('lets an administrator unlock an account', async () => {
    const admin = await freshAdmin();
    const { id, login, password } = await app.aUser();
    for (let i = 0; i < 5; i++) await attempt(login, 'guess');
    await app.call(changeUser, { params: { user: id }, body: { unlock: true } }, admin);
    assert.equal((await attempt(login, password)).status, 200);
  });

  it('ends a session that was idle too long, and any after its whole time', async () => {
    const [idle, busy] = [await freshAdmin(), await freshAdmin()];
    for (let hour = 0; hour < 11; hour++) {
      clock.advance(3_600_000);
      assert.equal((await app.ask(readMe, {}, busy)).status, 200);
    }
    assert.equal((await app.ask(readMe, {}, idle)).status, 401);
    clock.advance(3_600_000);
    assert.equal((await app.ask(readMe, {}, busy)).status, 401);
  });

  it('refuses a browser’s write without the token of its session', async () => {
    const admin = await freshAdmin();
    const { 'x-csrf-token': _, ...cookieOnly } = admin.headers;
    const other = (await freshAdmin()).headers['x-csrf-token'];
    for (const headers of [cookieOnly, { ...cookieOnly, 'x-csrf-token': other }]) {
      assert.equal(code(await app.ask(logOut, {}, { headers })), 'platform.csrf');
    }
    assert.equal((await app.ask(logOut, {}, admin)).status, 200);
    assert.equal((await app.ask(readMe, {}, admin)).status, 401);
  });

  it('ends all other sessions when a password changes', async () => {
    const { login, password } = await app.aUser();
    const enter = async (): Promise<Caller> => {
      const answer = await attempt(login, password);
      const token = answer.raw.cookies[0]?.value;
      const { csrf } = answer.body as { csrf: string };
      return { headers: { cookie: `${sessionCookie}=${token}`, 'x-csrf-token': csrf } };
    };
    const [here, elsewhere] = [await enter(), await enter()];
    const body = { current: 'not it', next: 'a-new-long-password' };
    assert.equal(code(await app.ask(changePassword, { body }, here)), 'org.password_wrong');
    await app.call(changePassword, { body: { ...body, current: password } }, here);
    assert.equal((await app.ask(readMe, {}, here)).status, 200);
    assert.equal((await app.ask(readMe, {}, elsewhere)).status, 401);
    assert.equal((await attempt(login, password)).status, 401);
  });

  it('takes a disabled user’s sessions away, and keeps the last administrator', async () => {
    const admin = await freshAdmin();
    const { id, login, password } = await app.aUser({ role: 'analyst' });
    await app.call(changeUser, { params: { user: id }, body: { disabled: true } }, admin);
    assert.equal((await attempt(login, password)).status, 401);
    const me = await app.call(readMe, {}, admin);
    const demoted = await app.ask(
      changeUser,
      { params: { user: me.user.id }, body: { role: 'analyst' } },
      admin,
    );
    assert.equal(code(demoted), 'org.last_admin');
  });

  it('works with an API key until it is revoked, and stores neither key nor password', async () => {
    const admin = await freshAdmin();
    const made = await app.call(
      createApiKey,
      { body: { name: 'BI', role: 'analyst', org: 'root' } },
      admin,
    );
    const program = { headers: { authorization: `Bearer ${made.key}` } };
    assert.ok((await app.call(readTree, {}, program)).nodes.length > 0);
    assert.equal(code(await app.ask(listUsers, {}, program)), 'platform.forbidden');
    await app.call(revokeApiKey, { params: { key: made.apiKey.id } }, admin);
    assert.equal((await app.ask(readTree, {}, program)).status, 401);
    const { rows } = await sql<{ text: string }>`
      select string_agg(t, ' ') as text from (
        select row_to_json(api_key)::text as t from org.api_key
        union all select row_to_json(app_user)::text from org.app_user
        union all select row_to_json(session)::text from org.session
        union all select row_to_json(audit_entry)::text from org.audit_entry) all_rows`.execute(
      app.platform.postgres.db(),
    );
    assert.doesNotMatch(rows[0]?.text ?? '', new RegExp(`${made.key}|${app.admin.password}`));
  });

  it('refuses a login that belongs to another, whatever its case', async () => {
    const admin = await freshAdmin();
    await app.aUser({ login: 'li.na' });
    const body = {
      login: 'Li.Na',
      name: '李娜',
      role: 'operator',
      org: 'root',
      password: 'long-enough-1',
    } as const;
    assert.equal(code(await app.ask(createUser, { body }, admin)), 'org.login_taken');
  });
});

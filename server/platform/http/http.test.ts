import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Problem } from '@siyu/contract/kit';
import { createApiKey, createNode, listNodes, logIn, readMe } from '@siyu/contract/org';
import { readHealth, readReadiness } from '@siyu/contract/platform';
import { sql } from 'kysely';
import { createSource } from '../../modules/collect/index.ts';
import { nodeByCode } from '../../modules/org/index.ts';
import { stranger, type TestApp, testApp } from '../../testing/app.ts';

describe('the edge', () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ config: { bodyBytes: 20_000, inFlight: 20 } });
  });
  after(() => app.close());
  const code = (answer: { body: unknown }) => (answer.body as Problem).code;
  const node = (code: string) => ({ parent: 'root', kind: 'brand', code, nameZh: '品牌' }) as const;

  it('tells errors in the language of the reader: their own, else the browser’s, else Chinese', async () => {
    const title = async (language?: string) => {
      const headers: Record<string, string> = language ? { 'accept-language': language } : {};
      return ((await app.ask(readMe, { headers }, stranger)).body as Problem).title;
    };
    assert.match(await title('en-GB,zh;q=0.5'), /^Nobody is logged in/);
    assert.match(await title('fr,zh-TW'), /^尚未登录/);
    assert.match(await title(), /^尚未登录/);
  });

  it('says which field is wrong and what belongs there', async () => {
    const where = async (body: object) => {
      const { params } = (await app.ask(createNode, { body: body as never })).body as Problem;
      return `${params.where} ${params.expected}`;
    };
    assert.equal(await where({ ...node('X1'), nameZh: '' }), 'body.nameZh 长度至少 1');
    assert.equal(await where({ ...node('X1'), nmaeEn: 'x' }), 'body.nmaeEn 接口文档中列出的字段');
    assert.equal(
      await where({ ...node('X1'), kind: 'shop' }),
      'body.kind 以下之一：brand, dealer, region, store',
    );
    const { code: _, ...noCode } = node('X1');
    assert.equal(await where(noCode), 'body.code 必填');
    const query = { limit: 'many' as unknown as number };
    assert.equal(
      ((await app.ask(listNodes, { query })).body as Problem).params.where,
      'query.limit',
    );
  });

  it('refuses bodies that are too large, no JSON or of another type, without quoting them', async () => {
    const post = (payload: string, type = 'application/json') =>
      app.fastify.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'content-type': type },
        payload,
      });
    const broken = await post('{"login": 13800138000, oops}');
    assert.equal(broken.json<Problem>().code, 'platform.invalid_json');
    assert.doesNotMatch(broken.payload, /13800138000/);
    assert.equal((await post(`"${'x'.repeat(20_001)}"`)).statusCode, 413);
    assert.equal((await post('login=a', 'application/x-www-form-urlencoded')).statusCode, 415);
    assert.equal((await post('{"__proto__": {"admin": true}}')).statusCode, 400);
  });

  it('refuses a cursor that it did not give', async () => {
    const answer = await app.ask(listNodes, { query: { cursor: 'bm90IG91cnM' } });
    assert.equal(code(answer), 'platform.cursor_invalid');
  });

  it('sends headers that keep other sites and injected scripts out, and a request id', async () => {
    const { raw } = await app.ask(readHealth, {}, stranger);
    const policy = String(raw.headers['content-security-policy']);
    assert.match(policy, /script-src 'self'(;|$)/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.equal(raw.headers['x-content-type-options'], 'nosniff');
    assert.match(String(raw.headers['x-request-id']), /^[0-9a-f]{8}-/);
  });

  it('does a write once per idempotency key and repeats its answer, which lies encrypted in the database', async () => {
    const headers = { 'idempotency-key': 'make-a-key' };
    const body = { name: 'BI', role: 'analyst', org: 'root' } as const;
    const first = await app.ask(createApiKey, { headers, body });
    const second = await app.ask(createApiKey, { headers, body });
    assert.equal(first.status, 200);
    assert.deepEqual(second.body, first.body);
    const other = await app.ask(createApiKey, { headers, body: { ...body, name: 'CRM' } });
    assert.equal(code(other), 'platform.idempotency_conflict');
    const { rows } = await sql<{ stored: string }>`
      select string_agg(response::text, '') as stored from platform.idempotency`.execute(
      app.platform.postgres.db(),
    );
    const { key } = first.body as { key: string };
    assert.ok(!rows[0]?.stored.includes(key.slice(0, 12)));
  });

  it('lets one of many concurrent repetitions act, and tells the others to ask again', async () => {
    const headers = { 'idempotency-key': 'at-once' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => app.ask(createNode, { headers, body: node('ONCE') })),
    );
    for (const answer of answers) {
      if (answer.status !== 200) assert.equal(code(answer), 'platform.idempotency_running');
    }
    assert.ok(answers.some(({ status }) => status === 200));
    assert.equal((await app.ask(createNode, { headers, body: node('ONCE') })).status, 200);
  });

  it('frees the key of a write that failed', async () => {
    const headers = { 'idempotency-key': 'fails-first' };
    const body = { ...node('LATE'), parent: 'LATER' };
    assert.equal(
      code(await app.ask(createNode, { headers, body: { ...body, kind: 'store' } })),
      'org.node_unknown',
    );
    await app.aBrand({ code: 'LATER' });
    const again = await app.ask(createNode, { headers, body: { ...body, kind: 'store' } });
    assert.equal(again.status, 200);
  });

  it('answers 429 with Retry-After beyond the requests it can work on, and stays healthy', async () => {
    const crowd = await Promise.all(
      // Not `app.ask`, which waits out a server that is too busy.
      Array.from({ length: 60 }, () =>
        app.fastify.inject({
          method: logIn.method,
          url: logIn.path,
          payload: { login: 'nobody', password: 'x' },
        }),
      ),
    );
    const busy = crowd.filter(({ statusCode }) => statusCode === 429);
    assert.equal(crowd.length - busy.length, 20);
    for (const answer of busy) {
      assert.equal(answer.json<Problem>().code, 'platform.too_busy');
      assert.ok(Number(answer.headers['retry-after']) > 0);
    }
    assert.equal((await app.ask(readMe)).status, 200);
  });

  it('says ready only while both engines answer', async () => {
    assert.equal((await app.ask(readReadiness, {}, stranger)).status, 200);
    const { readiness } = app.platform.telemetry;
    readiness.set('broken', () => Promise.reject(new Error('the disk is full')));
    const answer = await app.ask(readReadiness, {}, stranger);
    readiness.delete('broken');
    assert.equal(answer.status, 503);
    assert.match((answer.body as Problem).title, /broken: the disk is full/);
  });

  it('counts requests by route and queries by name', async () => {
    await app.platform.clickhouse.query({ name: 'test.one', sql: 'SELECT 1' });
    const metrics = (await app.fastify.inject('/metrics')).payload;
    assert.match(metrics, /siyu_http_seconds_count\{route="org.read_me",status="200"\} \d+/);
    assert.match(metrics, /siyu_query_seconds_count\{engine="clickhouse",name="test.one"\} 1/);
    assert.match(metrics, /siyu_postgres_connections_open \d+/);
  });

  it('serves the documentation and explains every problem at the address it names', async () => {
    const { type } = (await app.ask(readMe, {}, stranger)).body as Problem;
    const [page, anchor] = type.split('#');
    const answer = await app.fastify.inject(page as string);
    assert.ok(answer.payload.includes(`id="${anchor}"`));
    assert.equal((await app.fastify.inject('/docs/')).statusCode, 200);
    assert.equal((await app.fastify.inject('/docs/static/swagger-ui.css')).statusCode, 200);
  });

  it('answers JSON for unknown addresses of the interface and pages for those of the console', async () => {
    assert.equal(
      (await app.fastify.inject('/api/nothing')).json<Problem>().code,
      'platform.not_found',
    );
    assert.equal((await app.fastify.inject('/assets/nothing.js')).statusCode, 404);
    const page = await app.fastify.inject('/people/some-person');
    assert.match(String(page.headers['content-type']), /html/);
  });

  it('takes tracking calls from other sites’ pages: CORS, beacons, gzip', async () => {
    const db = app.platform.postgres.db();
    const orgId = (await nodeByCode(db, 'root'))?.org_id as number;
    const kind = { kind: 'site', channel: 'site', name: '官网' };
    const { writeKey } = await createSource(db, { ...kind, orgId }, app.platform.clock.now());
    const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
    const text = JSON.stringify({ batch: [{ type: 'track', event: 'Seen', anonymousId: 'a1' }] });
    const send = (headers: Record<string, string>, payload: string | Buffer) =>
      app.fastify.inject({
        method: 'POST',
        url: '/v1/batch',
        headers: { authorization, ...headers },
        payload,
      });
    const plain = await send({ 'content-type': 'text/plain' }, text);
    assert.equal(plain.statusCode, 200, plain.payload);
    assert.equal(plain.headers['access-control-allow-origin'], '*');
    const json = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    assert.equal((await send(json, gzipSync(text))).statusCode, 200);
    const bomb = gzipSync(JSON.stringify({ batch: [], padding: 'x'.repeat(1_000_000) }));
    assert.equal((await send(json, bomb)).statusCode, 413);
    assert.equal((await send(json, Buffer.from('not gzip'))).statusCode, 400);
    const preflight = await app.fastify.inject({ method: 'OPTIONS', url: '/v1/batch' });
    assert.equal(preflight.statusCode, 204);
    assert.equal((await send({ authorization: 'Basic eDo=' }, text)).statusCode, 401);
  });
});

describe('the limits', () => {
  it('allows few attempts to log in per address and minute, and far more of everything else', async () => {
    const app = await testApp({ config: { loginsPerMinute: 3, requestsPerMinute: 50 } });
    try {
      const attempts = [];
      for (let i = 0; i < 4; i++) {
        const body = { login: 'someone', password: 'x' };
        attempts.push((await app.ask(logIn, { body }, stranger)).status);
      }
      assert.deepEqual(attempts, [401, 401, 429, 429]);
      assert.equal((await app.ask(readMe)).status, 200);
    } finally {
      await app.close();
    }
  });
});

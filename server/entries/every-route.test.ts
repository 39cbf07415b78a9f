import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Problem, Route } from '@siyu/contract/kit';
import { roleHolds, roles } from '@siyu/contract/org';
import { type Caller, stranger, type TestApp, testApp } from '../testing/app.ts';
import { allEndpoints } from './compose.ts';
import { errorPage } from './error-page.ts';
import { catalogue, modules } from './modules.ts';

const notHere = () => Promise.reject(new Error('No backups in this test.'));
const routes: readonly Route[] = allEndpoints([], new Date(0), notHere).map(({ route }) => route);
const source = join(import.meta.dirname, '..');

/** An input that is as right as can be without knowing anything that exists. */
function strangeInput(route: Route) {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  const params = Object.fromEntries(names.map((name) => [name, unknownId(route, name)]));
  const body = route.transfer?.request === 'file' ? undefined : (route.example?.request ?? {});
  return { params, ...(route.body ? { body } : {}) } as never;
}

/** `seg_0000000000000000` where ids look like that, `unknown` otherwise. */
function unknownId(route: Route, name: string): string {
  const schema = route.params?.properties[name] as { pattern?: string; type?: string } | undefined;
  const prefix = /^\^\(?([a-z]+_)/.exec(schema?.pattern ?? '')?.[1];
  if (schema?.type === 'integer') return '999999999';
  return prefix ? `${prefix}${'0'.repeat(16)}` : 'unknown';
}

describe('every route', () => {
  let app: TestApp;
  before(async () => {
    app = await testApp();
  });
  after(() => app.close());

  it('has an id and an address of its own, and an id that begins with a module’s name', () => {
    const addresses = routes.map(
      (route) => `${route.method} ${route.path.replaceAll(/:\w+/g, ':')}`,
    );
    assert.deepEqual([...new Set(addresses)].length, addresses.length);
    assert.equal(new Set(routes.map((route) => route.id)).size, routes.length);
    const names = ['platform', ...modules.map(({ name }) => name)];
    for (const { id } of routes) assert.ok(names.includes(id.slice(0, id.indexOf('.'))), id);
  });

  it('answers 401 to who has not logged in, unless it is public', async () => {
    for (const route of routes.filter(({ access }) => access !== 'public')) {
      const { status, body } = await app.ask(route, strangeInput(route), stranger);
      assert.equal(status, 401, `${route.id}: ${JSON.stringify(body)}`);
    }
  });

  it('answers 403 to every role that does not hold its permission', async () => {
    for (const role of roles) {
      const caller = await app.login(role);
      for (const route of routes) {
        if (['public', 'session', 'write_key'].includes(route.access)) continue;
        if (roleHolds(role, route.access as never)) continue;
        const { status } = await app.ask(route, strangeInput(route), caller);
        assert.equal(status, 403, `${route.id} as ${role}`);
      }
    }
  });

  it('never fails on what does not exist: 404 for an unknown id, or a mistake that is named', async () => {
    const failures: string[] = [];
    for (const route of routes.filter(({ access }) => access !== 'write_key')) {
      const caller: Caller = route.access === 'public' ? stranger : await app.logInAgain(app.admin);
      const { status, body } = await app.ask(route, strangeInput(route), caller);
      const { code } = body as Partial<Problem>;
      const declared = [...route.errors, ...catalogue.keys()].includes(code ?? '');
      if (status >= 500 || (status !== 200 && !declared && status >= 400)) {
        failures.push(`${route.id}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
      }
      const isKnownNowhere = route.path.includes(':') && route.method === 'GET' && !route.query;
      if (isKnownNowhere && route.access !== 'public' && ![404, 400].includes(status)) {
        failures.push(`${route.id}: ${status} for an unknown id`);
      }
    }
    assert.deepEqual(failures, []);
  });

  it('names only errors of the registry, and its code throws no other', () => {
    const known = new Set(catalogue.keys());
    const named = routes.flatMap((route) => route.errors);
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
    const thrown = files
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => [
        ...readFileSync(join(source, file), 'utf8').matchAll(/\bproblem\(\s*'(\w+\.\w+)'/g),
      ])
      .map(([, code]) => code as string);
    assert.deepEqual(
      [...new Set([...named, ...thrown])].filter((code) => !known.has(code)),
      [],
    );
  });

  it('has every error of the registry explained in docs/errors.md', () => {
    const page = readFileSync(join(source, '../docs/errors.md'), 'utf8');
    assert.ok(page === errorPage(catalogue), 'out of date: run `npm run siyu -- docs errors`');
  });

  it('is in the OpenAPI document with its answer and its problems', async () => {
    const document = (await app.fastify.inject('/openapi.json')).json<{
      paths: Record<string, Record<string, { operationId: string; responses: object }>>;
    }>();
    for (const route of routes) {
      const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
      const operation = document.paths[path]?.[route.method.toLowerCase()];
      assert.equal(operation?.operationId, route.id);
      assert.ok('200' in (operation?.responses ?? {}), route.id);
    }
  });
});

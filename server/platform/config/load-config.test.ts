import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadConfig } from './index.ts';

describe('configuration', () => {
  let home: string;
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'siyu-config-'));
  });
  after(() => rmSync(home, { recursive: true }));

  it('takes an option before the environment, the environment before the file, the file before the default', () => {
    writeFileSync(join(home, 'siyu.json'), '{"port": 1, "host": "::1", "bodyBytes": 5000}');
    const { config, inForce } = loadConfig(
      { port: 3 },
      { SIYU_HOME: home, SIYU_PORT: '2', SIYU_HOST: '0.0.0.0' },
    );
    const origin = (name: string) => inForce.find((setting) => setting.name === name)?.origin;
    assert.deepEqual([config.port, origin('port')], [3, 'option']);
    assert.deepEqual([config.host, origin('host')], ['0.0.0.0', 'environment']);
    assert.deepEqual([config.bodyBytes, origin('bodyBytes')], [5000, 'file']);
    assert.deepEqual([config.requestSeconds, origin('requestSeconds')], [30, 'default']);
  });

  it('refuses unknown keys and wrong values, and names all of them at once', () => {
    writeFileSync(join(home, 'siyu.json'), '{"prot": 1, "trustProxy": "perhaps"}');
    const environment = { SIYU_HOME: home, SIYU_POSTGRES_ULR: 'x', SIYU_PORT: 'many' };
    assert.throws(
      () => loadConfig({}, environment),
      (error: Error) => {
        for (const word of ['prot', 'trustProxy', 'SIYU_POSTGRES_ULR', 'SIYU_PORT must be']) {
          assert.match(error.message, new RegExp(word));
        }
        return true;
      },
    );
  });

  it('never shows a secret', () => {
    writeFileSync(join(home, 'siyu.json'), '{}');
    const environment = { SIYU_HOME: home, SIYU_POSTGRES_URL: 'postgres://u:topsecret@h/d' };
    const { inForce, config } = loadConfig({}, environment);
    assert.equal(config.postgresUrl, 'postgres://u:topsecret@h/d');
    assert.doesNotMatch(JSON.stringify(inForce), /topsecret/);
  });
});

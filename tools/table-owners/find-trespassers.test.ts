import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { temporaryTree } from '../testing/temporary-tree.ts';
import { findTrespassers } from './find-trespassers.ts';

const migrations = {
  'server/migrations/postgres/1-org-tree.sql': 'create table org.node (id bigint);',
  'server/migrations/postgres/2-privacy-box.sql':
    '-- beside org.node\ncreate table privacy.box (node_id bigint references org.node);',
  'server/migrations/clickhouse/1-org-known.sql':
    'CREATE TABLE IF NOT EXISTS org_known (id UInt32);',
};

describe('table owners', () => {
  test('its own tables, foreign keys to earlier modules, facts and tests are free', () => {
    const sources = {
      'server/modules/privacy/box.ts': `export const q = sql\`select id from privacy.box\`;`,
      'server/modules/privacy/facts.ts': `export const fact = 'org.node_moved';`,
      'server/modules/privacy/box.test.ts': `export const q = sql\`select id from org.node\`;`,
    };
    assert.deepEqual(trespassers(sources), []);
  });

  const trespasses: Record<string, [path: string, text: string]> = {
    'SQL text in another module': ['server/modules/privacy/a.ts', 'sql`select 1 from org.node n`;'],
    'a query builder in another module': [
      'server/modules/privacy/a.ts',
      `db.selectFrom('org.node as n');`,
    ],
    'a ClickHouse table': ['server/modules/privacy/a.ts', 'query(`SELECT id FROM org_known`);'],
    'SQL in platform': ['server/platform/a.ts', 'sql`delete from privacy.box`;'],
    'SQL in the pipeline': ['server/pipeline/a.ts', 'sql`update privacy.box set a = 1`;'],
  };
  for (const [what, [path, text]] of Object.entries(trespasses)) {
    test(`${what} is told with file and line`, () => {
      const found = trespassers({ [path]: `\n${text}` });
      assert.equal(found.length, 1);
      assert.match(found[0] ?? '', new RegExp(`^${path}:2 names (org|privacy)[._]`));
    });
  }

  test('a migration creates only what its module owns, and reads no other', () => {
    const file = 'server/migrations/postgres/3-org-more.sql';
    const found = trespassers({
      [file]:
        'create table identity.x (id int); insert into org.node select node_id from privacy.box;',
    });
    assert.equal(found.length, 2);
    assert.match(found[0] ?? '', /creates identity\.x/);
    assert.match(found[1] ?? '', /names privacy\.box/);
  });

  test('a migration is named after a module', () => {
    const file = 'server/migrations/postgres/3-misc.sql';
    assert.match(trespassers({ [file]: '' })[0] ?? '', /named after no module/);
  });
});

function trespassers(files: Record<string, string>): string[] {
  using tree = temporaryTree({ ...migrations, ...files });
  return findTrespassers(tree.root, ['org', 'privacy']);
}

import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A migration with the module that its name says it belongs to: `<timestamp>-<module>-<what>.sql`. */
export type Migration = {
  file: string;
  engine: 'postgres' | 'clickhouse';
  owner: string;
  sql: string;
};

/** A table, view, dictionary, sequence, type or function as other code would name it. */
export type Table = { name: string; owner: string; engine: Migration['engine'] };

const CREATE =
  /\bcreate\s+(?:or\s+replace\s+)?(?:unlogged\s+)?(?:materialized\s+)?(?:table|view|dictionary|sequence|type|function)\s+(?:if\s+not\s+exists\s+)?([a-z_0-9]+(?:\.[a-z_0-9]+)?)/gi;

export function readMigrations(root: string): Migration[] {
  return globSync('server/migrations/{postgres,clickhouse}/*.sql', { cwd: root })
    .sort()
    .map((file) => ({
      file,
      engine: file.includes('/postgres/') ? 'postgres' : 'clickhouse',
      owner: /^\d+-([a-z]+)-/.exec(basename(file))?.[1] ?? '',
      sql: withoutComments(readFileSync(join(root, file), 'utf8')),
    }));
}

/** What a migration creates; its owner is read off its name, so that a misplaced one can be told. */
export function tablesOf({ sql, engine }: Migration): Table[] {
  return [...sql.matchAll(CREATE)].map(([, name = '']) => ({
    name,
    owner: name.split(engine === 'postgres' ? '.' : '_')[0] ?? '',
    engine,
  }));
}

function withoutComments(sql: string): string {
  return sql.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
}

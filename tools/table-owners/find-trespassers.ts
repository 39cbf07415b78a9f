import { isTesting, moduleOf, roomOf } from '../boundaries/places.ts';
import { sourceFiles } from '../boundaries/source-files.ts';
import { visitFile } from '../syntax.ts';
import { type Migration, readMigrations, type Table, tablesOf } from './tables.ts';

/**
 * Every place where SQL names a table of another owner, one sentence each.
 *
 * A module owns the PostgreSQL schema and the ClickHouse prefix of its name; server/platform owns `platform`. What tables
 * there are is read from the migrations, so that a fact such as `commerce.order_placed` is not taken for one. A migration
 * may point a foreign key at an earlier module; tests may look into any table.
 */
export function findTrespassers(root: string, moduleOrder: readonly string[]): string[] {
  const owners = ['platform', ...moduleOrder];
  const migrations = readMigrations(root);
  const tables = migrations.flatMap(tablesOf);
  return [
    ...migrations.flatMap((migration) => badMigration(migration, tables, owners)),
    ...sourceFiles(root)
      .filter((file) => file.startsWith('server/') && !isTesting(file))
      .flatMap((file) => badSource(root, file, tables)),
  ];
}

function badMigration(migration: Migration, tables: readonly Table[], owners: string[]): string[] {
  const { file, engine, owner, sql } = migration;
  if (!owners.includes(owner))
    return [`${file} is named after no module. Name it <timestamp>-<module>-<what>.sql.`];
  const sign = engine === 'postgres' ? `${owner}.` : `${owner}_`;
  const created = tablesOf(migration);
  const misplaced = created
    .filter(({ name }) => !name.startsWith(sign))
    .map(({ name }) => `${file} creates ${name}; what ${owner} owns is called ${sign}….`);
  const earlier = owners.slice(0, owners.indexOf(owner)).join('|');
  const withoutKeys = sql.replace(new RegExp(`\\breferences\\s+(${earlier})\\.`, 'gi'), '');
  const foreign = tables
    .filter((table) => table.engine === engine && table.owner !== owner)
    .filter((table) => !created.some(({ name }) => name === table.name))
    .filter((table) => names(withoutKeys, table))
    .map(({ name, owner: other }) => `${file} names ${name}, which ${other} owns. ${MEND}`);
  return [...misplaced, ...foreign];
}

const MEND =
  'Ask its owner: call its front door, or build on a source expression it exports (docs/architecture.md).';

function badSource(root: string, file: string, tables: readonly Table[]): string[] {
  const owner = moduleOf(file) ?? roomOf(file);
  const foreign = tables.filter((table) => table.owner !== owner);
  const found: string[] = [];
  visitFile(root, file, (lineOf) => {
    const look = (text: string, start: number) => {
      for (const table of foreign.filter((one) => mayBeSql(text, one) && names(text, one)))
        found.push(
          `${file}:${lineOf(start)} names ${table.name}, which ${table.owner} owns. ${MEND}`,
        );
    };
    return {
      Literal: ({ value, start }) => {
        if (typeof value === 'string') look(value, start);
      },
      TemplateElement: ({ value, start }) => look(value.raw, start),
    };
  });
  return found;
}

function names(text: string, { name }: Table): boolean {
  return new RegExp(`(?<![\\w.])${name.replace('.', '\\.')}(?!\\w)`, 'i').test(text);
}

/** `schema.table` may also be prose or a property; it counts inside SQL, or as the whole of what a query builder is given. */
function mayBeSql(text: string, { engine }: Table): boolean {
  const isStatement = /\b(select|insert|update|delete|from|join|into|truncate|copy|alter|table)\b/i;
  const isBuilderArgument = /^[a-z_]+\.[a-z_]+( as \w+)?$/;
  return engine === 'clickhouse' || isStatement.test(text) || isBuilderArgument.test(text);
}

import type pg from 'pg';
import type { PostgresSequence, PostgresTable } from './manifest.ts';

/** Schemas that are ours, as a condition on pg_namespace `n`. */
const ours = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'`;

/** The migrations' own record travels in the manifest, and restore writes it by running them. */
const migrationRecord = 'platform.migration';

export type TableOutline = Omit<PostgresTable, 'rows' | 'file'>;

/** Every table that holds rows, partitions by themselves and after those they are partitions of. */
export async function tablesOf(client: pg.ClientBase): Promise<TableOutline[]> {
  const { rows } = await client.query<TableOutline>(
    `select n.nspname as schema, c.relname as "table",
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                   order by a.attnum) as columns,
            case when c.relispartition then format('partition of %s %s',
              (select inhparent::regclass::text from pg_inherits where inhrelid = c.oid),
              pg_get_expr(c.relpartbound, c.oid)) end as partition
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and c.relpersistence <> 't' and ${ours}
        and format('%s.%s', n.nspname, c.relname) <> $1
      order by n.nspname, c.relname`,
    [migrationRecord],
  );
  return rows;
}

export async function sequencesOf(client: pg.ClientBase): Promise<PostgresSequence[]> {
  const { rows } = await client.query<{ schema: string; sequence: string }>(
    `select n.nspname as schema, c.relname as sequence
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and ${ours}
      order by n.nspname, c.relname`,
  );
  const sequences: PostgresSequence[] = [];
  for (const row of rows) {
    const found = await client.query<{ value: number | bigint; isCalled: boolean }>(
      `select last_value as value, is_called as "isCalled" from ${name(row.schema, row.sequence)}`,
    );
    if (found.rows[0]) sequences.push({ ...row, ...found.rows[0] });
  }
  return sequences;
}

export async function migrationsOf(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration order by name',
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.checksum]));
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Those declared on tables themselves; the copies that partitions have follow their parent. */
export async function foreignKeysOf(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select k.conrelid::regclass::text as "table", quote_ident(k.conname) as name,
            pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      where k.contype = 'f' and k.conparentid = 0 and ${ours}`,
  );
  return rows;
}

/** Tables with triggers that somebody wrote. */
export async function tablesWithTriggers(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    `select distinct t.tgrelid::regclass::text as "table"
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and ${ours}`,
  );
  return rows.map((row) => row.table);
}

/** A qualified, quoted name. */
export function name(schema: string, object: string): string {
  return `${quote(schema)}.${quote(object)}`;
}

export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

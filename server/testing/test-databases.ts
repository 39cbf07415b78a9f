import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { migratePostgres } from '../migrations/migrate-postgres.ts';
import { migrationFiles } from '../migrations/migration-files.ts';
import { withConnection } from '../platform/postgres/databases.ts';
import type { SocketAddress } from '../platform/postgres/embedded/cluster.ts';
import { commandLine } from '../platform/postgres/embedded/leftovers.ts';

/** Checkouts with other migrations than ours (other developers, other branches) whose templates are kept. */
const templatesKept = 4;

/** The migrated database that tests clone: made once per set of migrations, named by their hash. */
export async function ensureTemplate(address: SocketAddress): Promise<string> {
  const files = migrationFiles('postgres');
  const hash = createHash('sha256')
    .update(files.map((file) => file.name + file.checksum).join())
    .digest('hex');
  const template = `template_${hash.slice(0, 16)}`;
  return withConnection(address, 'postgres', async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname like 'template\\_%' or datname like 'half\\_%' order by oid desc",
    );
    if (rows.some((row) => row.datname === template)) return template;
    const outdated = rows.filter(
      (row, index) => row.datname.startsWith('half_') || index >= templatesKept,
    );
    for (const { datname } of outdated) await drop(client, datname);
    // Renamed when complete: a test run that is killed in the middle leaves no half template.
    const half = `half_${hash.slice(0, 16)}`;
    await client.query(`create database ${half}`);
    await withConnection(address, half, (inHalf) => migratePostgres(inHalf, files, new Date()));
    await client.query(`alter database ${half} rename to ${template}`);
    return template;
  });
}

/** A private copy of the template (50–80 ms for 120 tables). Its name holds our process id, by which leftovers are known. */
export async function cloneTemplate(address: SocketAddress, template: string): Promise<string> {
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await withConnection(address, 'postgres', async (client) => {
    await client.query(`create database ${name} template ${template}`);
  });
  return name;
}

export async function dropDatabase(address: SocketAddress, name: string): Promise<void> {
  await withConnection(address, 'postgres', (client) => drop(client, name));
}

/** Drops the databases of test processes that were killed. */
export async function dropLeftovers(address: SocketAddress): Promise<void> {
  await withConnection(address, 'postgres', async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname like 'test\\_%'",
    );
    const orphaned = rows.filter(
      ({ datname }) => commandLine(Number(datname.split('_')[1])) === '',
    );
    for (const { datname } of orphaned) await drop(client, datname);
  });
}

async function drop(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
}

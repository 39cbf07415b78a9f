import pg from 'pg';
import type { SocketAddress } from './embedded/cluster.ts';

/** Runs `work` on one connection of a database and closes it; for what a pool must not do, such as creating databases. */
export async function withConnection<R>(
  address: SocketAddress,
  database: string,
  work: (client: pg.Client) => Promise<R>,
): Promise<R> {
  const client = new pg.Client({
    host: address.host,
    port: address.port,
    user: address.user,
    database,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the database unless it is there. */
export async function ensureDatabase(address: SocketAddress, name: string): Promise<void> {
  await withConnection(address, 'postgres', async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

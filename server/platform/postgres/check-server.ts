import type pg from 'pg';
import { codeOf, EngineError, messageOf } from '../engines/engine-error.ts';

const oldestVersion = 16;

/** Makes sure that the server behind the pool answers, is new enough and stores UTF-8. */
export async function checkServer(pool: pg.Pool): Promise<void> {
  let found: { version: string; number: number; encoding: string } | undefined;
  try {
    const { rows } = await pool.query<{ version: string; number: number; encoding: string }>(
      `select current_setting('server_version') as version,
              current_setting('server_version_num')::int as number,
              current_setting('server_encoding') as encoding`,
    );
    found = rows[0];
  } catch (error) {
    throw new EngineError(
      `PostgreSQL at ${where(pool)} cannot be used: ${messageOf(error)}. ${remedy(error)}`,
    );
  }
  if (!found || found.number < oldestVersion * 10_000) {
    throw new EngineError(
      `PostgreSQL at ${where(pool)} is version ${found?.version}; Siyu needs ${oldestVersion} or newer. Upgrade it, or leave SIYU_POSTGRES_URL out to use the embedded one.`,
    );
  }
  if (found.encoding !== 'UTF8') {
    throw new EngineError(
      `The PostgreSQL database at ${where(pool)} stores text as ${found.encoding}. Make one with \`create database … encoding 'UTF8'\`.`,
    );
  }
}

/** The address without its password. */
function where(pool: pg.Pool): string {
  const { connectionString, host } = pool.options;
  if (!connectionString) return host ?? 'localhost';
  try {
    const url = new URL(connectionString);
    url.password = '';
    return url.href;
  } catch {
    return 'SIYU_POSTGRES_URL';
  }
}

const remedies: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there: start it, or correct SIYU_POSTGRES_URL.',
  ENOTFOUND: 'There is no such host: correct SIYU_POSTGRES_URL.',
  '28P01': 'Correct the password in SIYU_POSTGRES_URL.',
  '28000': 'Its pg_hba.conf does not let this user in from here.',
  '3D000': 'Make the database with `create database`, or correct SIYU_POSTGRES_URL.',
  '53300': 'It has no connection left: raise max_connections or lower the pool size.',
};

function remedy(error: unknown): string {
  return remedies[codeOf(error) ?? ''] ?? 'Check SIYU_POSTGRES_URL and the log of that server.';
}

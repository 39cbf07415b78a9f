import type { Kysely } from 'kysely';
import type pg from 'pg';

export interface TransactionOptions {
  /** Replaces the pool's statement timeout within this transaction; 0 waits forever. */
  readonly statementTimeoutSeconds?: number;
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
}

/**
 * The one PostgreSQL of this process. Values arrive as: int8 a number (a bigint beyond ±2^53), numeric a string,
 * timestamptz a Date, date and timestamp strings as PostgreSQL writes them (they name no instant), jsonb parsed.
 */
export interface Postgres {
  readonly pool: pg.Pool;
  /** The typed view that a module has of its own tables, named like `identity.person`. */
  db<Tables>(): Kysely<Tables>;
  /** Commits when `work` resolves, rolls back when it rejects. */
  transaction<Tables, R>(
    work: (tx: Kysely<Tables>) => Promise<R>,
    options?: TransactionOptions,
  ): Promise<R>;
  /** Resolves when a statement makes the round trip, rejects otherwise. */
  ping(): Promise<void>;
  /** Waits a few seconds for connections in use, then closes all; stops the embedded server. */
  close(): Promise<void>;
}

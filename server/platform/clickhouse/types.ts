/**
 * Who a statement makes way for. `ingest` writes what people did; `query` answers somebody who waits; `heavy` is everything
 * large that can wait and uses one core; `admin` is schema and upkeep.
 */
export type Lane = 'ingest' | 'query' | 'heavy' | 'admin';

export interface ClickHouseStatement {
  /** What the statement is for, like `segment.count`: appears in logs, errors and `log_comment`. */
  readonly name: string;
  /** One statement without FORMAT and closing semicolon; values written by the functions of literal.ts. */
  readonly sql: string;
  readonly lane?: Lane;
  /** The engine ends the statement after this time; each lane has a default. */
  readonly timeoutSeconds?: number;
}

export interface ClickHouseQuery extends ClickHouseStatement {
  /** Aborting takes the query off the queue, or kills it in the engine; the promise then rejects with the reason. */
  readonly signal?: AbortSignal;
}

export interface ClickHouseInsert {
  readonly table: string;
  /** Objects, or the rows as lines of JSON (one object a line). A Buffer must not change until the promise settles. */
  readonly rows: readonly object[] | Buffer;
  /**
   * The same token with the same rows is written once per table (within its `non_replicated_deduplication_window`).
   * Never send other rows under a token that was used. Without a token nothing is de-duplicated.
   */
  readonly token?: string;
  readonly lane?: Lane;
  readonly timeoutSeconds?: number;
}

/**
 * The one ClickHouse of this process; every statement runs in the database `siyu`, in UTC.
 *
 * Values arrive as JSON has them: integers of all sizes are numbers, exact up to 2^53 (wrap larger ones, such as hashes, in
 * `toString`); NaN and infinity are null; Date is `2026-01-31`, DateTime and DateTime64 are ISO 8601 with a Z. Inserts
 * accept the same forms; a field that the table does not have is an error, and so is a row that does not fit: then no row
 * of that insert is written.
 */
export interface ClickHouse {
  /** All rows at once; for answers that fit in memory. */
  query<Row>(query: ClickHouseQuery): Promise<Row[]>;
  /** The rows in pieces of about 65,000, read from the engine as they are taken. Breaking off ends the query. */
  stream<Row>(query: ClickHouseQuery): AsyncIterable<Row[]>;
  command(statement: ClickHouseStatement): Promise<void>;
  insert(insert: ClickHouseInsert): Promise<void>;
  ping(): Promise<void>;
  /** Waits a few seconds for running statements, kills the rest, closes. Never hangs. */
  close(): Promise<void>;
}

/** Settings in force for one statement, and never for the next. */
export type Settings = Readonly<Record<string, string | number>>;

export interface Call {
  readonly sql: string;
  readonly lane: Lane;
  readonly settings: Settings;
  readonly signal: AbortSignal | undefined;
}

/** What the two modes differ in: how text reaches an engine and comes back. Rows travel as lines of JSON. */
export interface Transport {
  /** Resolves to the answer, empty for a statement without one. */
  text(call: Call): Promise<string>;
  chunks(call: Call): AsyncIterable<string>;
  insert(call: Omit<Call, 'sql'> & { table: string; rows: Buffer }): Promise<void>;
  /** Kills the statements whose log_comment matches a LIKE pattern; resolves when the engine has been told. */
  kill(logCommentPattern: string): Promise<void>;
  close(): Promise<void>;
}

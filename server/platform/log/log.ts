import type { Kysely } from 'kysely';

/** A durable record: `offset` is dense and in commit order within its topic and partition. */
export interface LogRecord<Body = unknown> {
  readonly offset: number;
  readonly writtenAt: Date;
  readonly body: Body;
}

/** One append-only log with topics. Bodies are compressed and encrypted with the key of the day. */
export interface EventLog {
  /** Resolves when the body is durable. Appends of a few milliseconds share one commit. */
  append(topic: string, body: unknown, records: number): Promise<{ offset: number }>;
  /** Records after `after`, oldest first, at most `limit`. */
  read<Body>(topic: string, after: number, limit: number): Promise<readonly LogRecord<Body>[]>;
  /** Offset of the newest record; 0 for an empty topic. */
  head(topic: string): Promise<number>;
  /** Resolves when something was appended after `after` here or elsewhere, or after `timeoutMs`. */
  waitFor(topic: string, after: number, timeoutMs: number): Promise<void>;
  position(consumer: string, topic: string): Promise<number>;
  /** Moves a consumer forward, inside the transaction that did the work. */
  commit(tx: Kysely<unknown>, consumer: string, topic: string, offset: number): Promise<void>;
  /** States a fact inside a business transaction; past tense, schema in contract. */
  state(
    tx: Kysely<unknown>,
    name: string,
    body: Readonly<Record<string, unknown>>,
    at: Date,
  ): Promise<void>;
  close(): Promise<void>;
}

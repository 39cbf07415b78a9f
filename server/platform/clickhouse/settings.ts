import type { Lane, Settings } from './types.ts';

/** In force for every statement, in both modes. */
export const sessionSettings: Settings = {
  session_timezone: 'UTC',
  date_time_output_format: 'iso',
  date_time_input_format: 'best_effort',
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_denormals: 0,
  // Off by default in ClickHouse, which drops a misspelt field without a word.
  input_format_skip_unknown_fields: 0,
  // The default waits to batch in the engine; we batch in Node and want the answer of this very insert.
  async_insert: 0,
  // Without a token ClickHouse de-duplicates by content, and two equal batches that are both meant become one. The first
  // setting (26.2 and newer) overrides the second unless it is told to follow it.
  deduplicate_insert: 'backward_compatible_choice',
  insert_deduplicate: 0,
};

const defaultTimeoutSeconds: Readonly<Record<Lane, number>> = {
  ingest: 120,
  query: 30,
  heavy: 900,
  admin: 300,
};

/** All keys are set for every statement, so a value never outlives its statement on a connection. */
export function statementSettings(
  lane: Lane,
  logComment: string,
  timeoutSeconds?: number,
): Settings {
  return {
    log_comment: logComment,
    max_execution_time: timeoutSeconds ?? defaultTimeoutSeconds[lane],
    // Measured beside 50 audience counts: a full scan on one thread slows them 1.2 times, on two 1.5 times.
    max_threads: lane === 'heavy' ? 1 : 0,
  };
}

/** Only what carries a token is written once; an INSERT … SELECT gives these two in its own SETTINGS clause. */
export function deduplication(token: string | undefined): Settings {
  return token === undefined ? {} : { insert_deduplicate: 1, insert_deduplication_token: token };
}

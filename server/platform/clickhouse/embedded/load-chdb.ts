import { EngineError, messageOf } from '../../engines/engine-error.ts';

export type Chdb = typeof import('chdb');

/** Loads the engine's library (0.5 GB on disk, 0.5–0.7 s) only where it is used. */
export async function loadChdb(): Promise<Chdb> {
  try {
    return await import('chdb');
  } catch (error) {
    throw new EngineError(
      `There is no embedded ClickHouse (chDB) for ${process.platform}-${process.arch}: ${messageOf(error)}. It exists for Linux with glibc and for macOS, on x64 and arm64 (not Windows, not Alpine). Point SIYU_CLICKHOUSE_URL at a ClickHouse server instead.`,
    );
  }
}

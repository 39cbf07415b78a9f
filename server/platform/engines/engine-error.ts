/** A failure of an engine's life cycle, told in one sentence that says what, where and how to mend it. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** The text of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The system's code of an error (`ENOENT`, `EADDRINUSE`, …) or an SQLSTATE, when it has one. */
export function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}

/** An error of the engine, with the name of the statement and the engine's code (159 time limit, 241 memory, 243 disk full …). */
export class ClickHouseError extends Error {
  override readonly name = 'ClickHouseError';
  readonly statement: string;
  readonly code: number;

  constructor(statement: string, code: number, message: string, cause: unknown) {
    super(message, { cause });
    this.statement = statement;
    this.code = code;
  }
}

const remedies: Readonly<Record<number, string>> = {
  159: 'It took longer than its time limit.',
  160: 'It would take longer than its time limit.',
  241: 'It needs more memory than ClickHouse may use; narrow it, or raise the memory limit.',
  243: 'The disk is full: free space; nothing that was acknowledged is lost.',
  252: 'Too many small inserts: send larger batches.',
};

/** Turns what a transport threw into a `ClickHouseError`: the engine says `Code: 62. DB::Exception: … (SYNTAX_ERROR)`. */
export function clickHouseError(statement: string, thrown: unknown): ClickHouseError {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const code = Number(/Code: (\d+)/.exec(text)?.[1] ?? codeField(thrown) ?? 0);
  const words = text
    .replace(/^.*?DB::Exception: /s, '')
    .replaceAll(/ ?\(version [\d.]+(?: \([^)]*\))?\)\.?/g, '')
    .trim();
  const remedy = remedies[code] ? ` ${remedies[code]}` : '';
  return new ClickHouseError(
    statement,
    code,
    `ClickHouse refused ${statement}.${remedy} ${words}`,
    thrown,
  );
}

function codeField(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown
    ? thrown.code
    : undefined;
}

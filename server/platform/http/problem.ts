/** An error from a module's registry. Handlers throw it by code and never choose a status. */
export class SiyuError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  constructor(code: string, params: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
    this.name = 'SiyuError';
    this.code = code;
    this.params = params;
  }
}

/** `throw problem('org.user_unknown', { user })`: code and the parameters its sentences name. */
export function problem(
  code: string,
  params?: Readonly<Record<string, unknown>>,
  cause?: unknown,
): SiyuError {
  return new SiyuError(code, params, cause);
}

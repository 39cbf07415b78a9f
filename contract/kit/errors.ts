/** One error a user may meet: what happened and how to mend it, in both languages. `{name}` is filled from the parameters. */
export interface ErrorEntry {
  readonly status:
    | 400
    | 401
    | 403
    | 404
    | 409
    | 413
    | 415
    | 422
    | 423
    | 429
    | 500
    | 502
    | 503
    | 504;
  readonly en: string;
  readonly zh: string;
  readonly mendEn: string;
  readonly mendZh: string;
  readonly retryable: boolean;
}

export type ErrorRegistry = Readonly<Record<string, ErrorEntry>>;

/**
 * Declares the errors of a module; codes become `module.what_happened`.
 *
 * @example
 * defineErrors('segment', { rule_invalid: { status: 422, … } })['segment.rule_invalid'].status // 422
 */
export function defineErrors<const Module extends string, const Entries extends ErrorRegistry>(
  module: Module,
  entries: Entries,
): { readonly [Code in keyof Entries & string as `${Module}.${Code}`]: ErrorEntry } {
  const named = Object.entries(entries).map(([code, entry]) => [`${module}.${code}`, entry]);
  return Object.freeze(Object.fromEntries(named));
}

/** The body of every error answer (RFC 9457, `application/problem+json`). */
export interface Problem {
  readonly type: string;
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly mend: string;
  readonly retryable: boolean;
  readonly params: Readonly<Record<string, unknown>>;
}

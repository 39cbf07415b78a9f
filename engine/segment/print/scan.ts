/**
 * One sub-select that answers several conditions: a single row with one bitmap of people per condition, under the
 * condition's alias.
 */
export interface Scan {
  readonly sql: string;
  readonly bitmaps: readonly BitmapOf[];
}

/** Which bitmap of a scan answers a condition; `complement`: everybody who is not in it does. */
export interface BitmapOf {
  readonly key: string;
  readonly alias: string;
  readonly complement: boolean;
}

/** `groupBitmapStateIf(p, …)` per condition over the rows of `from`. */
export function bitmapsOver(
  from: string,
  conditions: readonly { readonly alias: string; readonly holds: string }[],
): string {
  const states = conditions.map(({ alias, holds }) =>
    holds === 'true'
      ? `groupBitmapState(p) AS ${alias}`
      : `groupBitmapStateIf(p, ${holds}) AS ${alias}`,
  );
  return `(SELECT ${states.join(', ')} FROM ${from})`;
}

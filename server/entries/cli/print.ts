/** Says a result: as one line of JSON for scripts, or as text for people. */
export function say(options: { readonly json?: boolean }, result: unknown, text: string): void {
  console.log(options.json ? JSON.stringify(result) : text);
}

/** Lines up columns with two spaces between them. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

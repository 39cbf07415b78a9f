/** One piece of SQL that hides semicolons: a comment or something quoted. */
const opaque =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.|'')*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"/y;

/** Cuts ClickHouse SQL at its semicolons, not at those in strings, quoted names and comments. Empty pieces vanish. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let at = 0;
  while (at < sql.length) {
    opaque.lastIndex = at;
    if (opaque.test(sql)) {
      at = opaque.lastIndex;
    } else {
      if (sql[at] === ';') {
        statements.push(sql.slice(start, at));
        start = at + 1;
      }
      at++;
    }
  }
  statements.push(sql.slice(start));
  return statements.map((text) => text.trim()).filter((text) => !isOnlyComments(text));
}

function isOnlyComments(text: string): boolean {
  return text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim() === '';
}

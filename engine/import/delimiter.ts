const candidates = [',', '\t', ';', '|'] as const;

/** The delimiter of a CSV by its first lines: the one that cuts most lines into the same number (≥ 2) of cells. */
export function guessDelimiter(sample: string): string {
  const lines = logicalLines(sample).slice(0, 20);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of candidates) {
    const cells = lines.map((line) => countOutsideQuotes(line, delimiter) + 1);
    const commonest = Math.max(0, ...cells.filter((count) => count > 1));
    const agreeing = cells.filter((count) => count === cells[0] && count > 1).length;
    const score = agreeing * 1000 + commonest;
    if (commonest > 1 && score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Whether a sample is JSON Lines: its first full line is a JSON object. */
export function isJsonLines(sample: string): boolean {
  const line = sample.trimStart().split('\n', 1)[0]?.trim() ?? '';
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return line.length > 4096 && /^\{\s*"/.test(line);
  }
}

function logicalLines(sample: string): string[] {
  const lines: string[] = [];
  let line = '';
  let isQuoted = false;
  for (const char of sample) {
    if (char === '"') isQuoted = !isQuoted;
    if (char === '\n' && !isQuoted) {
      lines.push(line);
      line = '';
    } else line += char;
  }
  return line === '' || lines.length > 0 ? lines : [line];
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let isQuoted = false;
  let count = 0;
  for (const char of line) {
    if (char === '"') isQuoted = !isQuoted;
    else if (char === delimiter && !isQuoted) count += 1;
  }
  return count;
}

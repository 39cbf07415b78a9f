import type { TestResult } from './reporter.ts';
import type { FileReport } from './run-file.ts';

/** @example 'ok   engine/money.test.ts  12 tests  0.4 s' */
export function formatFileLine({ file, seconds, results }: FileReport): string {
  const failed = results.filter(({ outcome }) => outcome === 'failed').length;
  const count = failed ? `${failed} of ${results.length} failed` : `${results.length} tests`;
  return `${failed ? 'FAIL' : 'ok  '} ${file}  ${count}  ${seconds.toFixed(1)} s`;
}

/** Every failure once more at the end, where a reader looks: name, place, and the error indented beneath. */
export function formatFailures(results: readonly TestResult[]): string {
  return results
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ name, at, problem }) => `\nFAIL ${name}\n  at ${at}\n${indent(problem ?? '')}\n`)
    .join('');
}

/** @example '120 passed, 1 failed, 2 skipped' */
export function formatTotals(results: readonly TestResult[]): string {
  const count = (wanted: TestResult['outcome']) =>
    results.filter(({ outcome }) => outcome === wanted).length;
  const skipped = count('skipped');
  return `${count('passed')} passed, ${count('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

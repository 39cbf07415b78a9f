import { inParallel } from '../in-parallel.ts';
import type { TestResult } from '../test/reporter.ts';
import { boundaries } from './boundaries.ts';
import type { Check } from './check.ts';
import { documents } from './documents.ts';
import { formatAndLint } from './format-and-lint.ts';
import { languages } from './languages.ts';
import { purity } from './purity.ts';
import { tableOwners } from './table-owners.ts';
import { types } from './types.ts';
import { unused } from './unused.ts';

/** The slowest first (types of server and console), so that two lanes end together. */
export const allChecks: readonly Check[] = [
  ...types.toReversed(),
  formatAndLint,
  boundaries,
  purity,
  tableOwners,
  unused,
  languages,
  documents,
];

/** Runs `checks` two at a time, prints one line for each as it ends, and returns them in the shape of test results. */
export async function runChecks(checks: readonly Check[]): Promise<TestResult[]> {
  return inParallel(checks, 2, async ({ name, run }) => {
    const started = performance.now();
    const problem = await run().catch((error: Error) => error.stack ?? error.message);
    const milliseconds = Math.round(performance.now() - started);
    console.log(
      `${problem ? 'FAIL' : 'ok  '} check: ${name}  ${(milliseconds / 1000).toFixed(1)} s`,
    );
    return problem
      ? { name, outcome: 'failed', milliseconds, at: 'npm run check', problem }
      : { name, outcome: 'passed', milliseconds, at: 'npm run check' };
  });
}

/** `npm run check`: everything that is proved without running the product. The exit code is 1 when a step fails. */
import { allChecks, runChecks } from './checks/run-checks.ts';
import { formatFailures, formatTotals } from './test/format.ts';

const results = await runChecks(allChecks);
process.stdout.write(formatFailures(results));
console.log(formatTotals(results));
process.exitCode = results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;

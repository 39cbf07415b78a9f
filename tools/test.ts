/**
 * `npm test [-- PATTERN …]`: all checks, then all tests; with patterns only the test files whose path holds one of them.
 *
 * The very last line is `N passed, N failed` (`, N skipped`), check steps counted as tests; the exit code is 1 on any failure.
 */
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { consoleBuild } from './checks/console-build.ts';
import { allChecks, runChecks } from './checks/run-checks.ts';
import { inParallel } from './in-parallel.ts';
import { root } from './root.ts';
import { findTestFiles } from './test/find-test-files.ts';
import { formatFailures, formatFileLine, formatTotals } from './test/format.ts';
import type { TestResult } from './test/reporter.ts';
import { type FileReport, runTestFile } from './test/run-file.ts';

/** Two cores are what the project is built for, and each server test runs a ClickHouse of its own. */
const WIDTH = 2;

// `exit` is what ends the test files that still run; a signal alone would skip it and leave them behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const patterns = process.argv.slice(2);
const files = await findTestFiles(root, patterns);
const results: TestResult[] = [];

if (patterns.length === 0) results.push(...(await runChecks(allChecks)));
if (needsConsole()) results.push(...(await runChecks([consoleBuild])));
let tearDown = async () => {};
if (files.ordinary.some((file) => file.startsWith('server/')))
  results.push(...(await runChecks([{ name: 'test engines', run: setUpSharedEngines }])));
try {
  await inParallel(files.ordinary, WIDTH, runAndShow);
  await inParallel(files.browser, 1, hasBrowser() ? runBrowserAndShow : skip);
} finally {
  await tearDown();
}
if (results.length === 0) console.log(`No test file matches ${patterns.join(' ')}.`);
process.stdout.write(formatFailures(results));
console.log(formatTotals(results));
process.exitCode =
  results.some(({ outcome }) => outcome === 'failed') || results.length === 0 ? 1 : 0;

/** Only browser tests open the console; the rest must not wait for its build, or fall with it. */
function needsConsole(): boolean {
  return patterns.length === 0 || files.browser.length > 0;
}

async function runAndShow(file: string): Promise<void> {
  show(await runTestFile(root, file));
}

/** A browser on a busy machine may miss a step once: a failed file is run once more, and says so. */
async function runBrowserAndShow(file: string): Promise<void> {
  let report = await runTestFile(root, file);
  if (report.results.some(({ outcome }) => outcome === 'failed')) {
    console.log(`${file} failed and is run once more:`);
    process.stdout.write(formatFailures(report.results));
    report = await runTestFile(root, file);
  }
  show(report);
}

function show(report: FileReport): void {
  console.log(formatFileLine(report));
  results.push(...report.results);
}

async function skip(file: string): Promise<void> {
  console.log(`skip ${file}: no browser found`);
  results.push({ name: '(the whole file)', outcome: 'skipped', milliseconds: 0, at: file });
}

/** Browser tests read CHROME_PATH. A run for CI never skips them in silence: there they run and fail without a browser. */
function hasBrowser(): boolean {
  const browser = findBrowser();
  if (browser) process.env.CHROME_PATH = browser;
  return browser !== undefined || process.env.CI === 'true';
}

/**
 * The hook by which server/testing shares one PostgreSQL over the run: its global-setup.ts exports what `node --test
 * --test-global-setup` asks for, `globalSetup()` and `globalTeardown()`. What the first puts into `process.env` every test
 * file inherits.
 */
async function setUpSharedEngines(): Promise<string> {
  const file = join(root, 'server/testing/global-setup.ts');
  const { globalSetup, globalTeardown } = (await import(file)) as {
    globalSetup: () => Promise<void>;
    globalTeardown: () => Promise<void>;
  };
  await globalSetup();
  tearDown = globalTeardown;
  return '';
}

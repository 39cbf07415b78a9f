import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { TestResult } from './reporter.ts';

/** A file that is still running after this long is ended and counts as failed. */
const LIMIT_MILLISECONDS = 10 * 60_000;

const reporter = new URL('./reporter.ts', import.meta.url).href;

export type FileReport = { file: string; seconds: number; results: TestResult[] };

/**
 * Runs one test file in a process of its own and tells what each of its tests came to.
 *
 * A crash, a time-out or a file without tests is a failed result, never an exception. The process leads a group, and the
 * whole group is killed afterwards, so that no database started by a test outlives it.
 */
export async function runTestFile(root: string, file: string): Promise<FileReport> {
  const started = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'siyu-test-'));
  const resultFile = join(folder, 'results.jsonl');
  try {
    const flags = [`--test-reporter=${reporter}`, `--test-reporter-destination=${resultFile}`];
    const ending = await runToItsEnd(root, [...flags, file]);
    const results = parse(await readFile(resultFile, 'utf8').catch(() => ''), root);
    const verdict = verdictOn(ending, results);
    if (verdict) {
      const problem = `${verdict}\n${ending.output.slice(-4000)}`.trim();
      results.push({
        name: '(the file itself)',
        outcome: 'failed',
        milliseconds: 0,
        at: file,
        problem,
      });
    }
    return { file, seconds: (performance.now() - started) / 1000, results };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Ending = { code: number | null; timedOut: boolean; output: string };

function runToItsEnd(root: string, args: string[]): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, ...args], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let timedOut = false;
    const keep = (text: string) => {
      output = (output + text).slice(-20_000);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const killGroup = () => killQuietly(child.pid);
    const timer = setTimeout(() => {
      timedOut = true;
      killGroup();
    }, LIMIT_MILLISECONDS);
    process.once('exit', killGroup);
    child.once('error', reject);
    // `exit`, not `close`: a process that the test left behind may hold the pipes open until the group is killed.
    child.once('exit', (code) => {
      clearTimeout(timer);
      process.off('exit', killGroup);
      killGroup();
      setImmediate(() => resolve({ code, timedOut, output }));
    });
  });
}

function killQuietly(groupLeader: number | undefined): void {
  if (groupLeader === undefined) return;
  try {
    process.kill(-groupLeader, 'SIGKILL');
  } catch (error) {
    const isGoneAlready = (error as NodeJS.ErrnoException).code === 'ESRCH';
    if (!isGoneAlready) throw error;
  }
}

function parse(lines: string, root: string): TestResult[] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TestResult)
    .map((result) => ({ ...result, at: relative(root, result.at) }));
}

function verdictOn({ code, timedOut }: Ending, results: TestResult[]): string | undefined {
  if (timedOut) {
    const last = results.at(-1)?.name ?? 'none';
    return `still running after ${LIMIT_MILLISECONDS / 60_000} minutes (last test finished: ${last}); a test hangs or leaves a handle open`;
  }
  const hasFailure = results.some(({ outcome }) => outcome === 'failed');
  if (code !== 0 && !hasFailure) return `ended with exit code ${code} outside any test`;
  if (results.length === 0) return 'holds no test';
  return undefined;
}

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { EngineError } from '../../engines/engine-error.ts';

/** What tells the processes of one cluster from all others. */
export interface ClusterMark {
  /** With symbolic links resolved. */
  readonly dataDirectory: string;
  readonly socketFolder: string;
}

/**
 * Ends what a former server left behind in a data directory, so that nothing of it still writes.
 *
 * After `kill -9` of the server its PostgreSQL lives on and goes on with statements of a caller that is gone. Stopping it
 * (0.1–0.5 s) is chosen over adopting it: what it was doing is rolled back, and there is one way to start. The caller
 * holds the data folder's lock, so whatever runs here has no owner.
 */
export async function endLeftovers(mark: ClusterMark, logger: Logger): Promise<void> {
  const postmaster = postmasterPid(mark.dataDirectory);
  if (postmaster !== undefined && belongs(postmaster, mark)) {
    logger.warn({ pid: postmaster }, 'stopping the PostgreSQL that an earlier server left running');
    await end(() => (belongs(postmaster, mark) ? [postmaster] : []));
  }
  // Workers whose postmaster was killed; PostgreSQL itself would wait seconds for them.
  await end(() => processesOf(mark));
  clearStaleLock(join(mark.dataDirectory, 'postmaster.pid'));
  clearStaleLock(join(mark.socketFolder, '.s.PGSQL.5432.lock'));
}

/**
 * PostgreSQL clears the lock file of a dead process itself, but takes every living number for its own: one that went to a
 * stranger, or to a zombie, which stays where no init process collects the dead (many containers).
 */
function clearStaleLock(file: string): void {
  const owner = pidIn(file);
  if (owner !== undefined && !commandLine(owner).includes('postgres'))
    rmSync(file, { force: true });
}

/** Fast shutdown, then immediate shutdown, then kill. */
const escalation: readonly [signal: NodeJS.Signals, patienceMs: number][] = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

async function end(remaining: () => number[]): Promise<void> {
  for (const [signal, patienceMs] of escalation) {
    const deadline = Date.now() + patienceMs;
    for (const pid of remaining()) sendSignal(pid, signal);
    while (Date.now() < deadline) {
      if (remaining().length === 0) return;
      await sleep(20);
    }
  }
  throw new EngineError(
    `PostgreSQL processes of an earlier server do not end (${remaining().join(', ')}). Stop them by hand and start again.`,
  );
}

/** The process that postmaster.pid names, alive or not. */
export function postmasterPid(dataDirectory: string): number | undefined {
  return pidIn(join(dataDirectory, 'postmaster.pid'));
}

function pidIn(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Every PostgreSQL process stands in its data directory. A container's root may not look (that needs CAP_SYS_PTRACE) and
 * macOS has no /proc; there the socket folder on the postmaster's command line tells.
 */
function belongs(pid: number, mark: ClusterMark): boolean {
  const command = commandLine(pid);
  if (!command.includes('postgres')) return false;
  return command.includes(mark.socketFolder) || workingDirectory(pid) === mark.dataDirectory;
}

function processesOf(mark: ClusterMark): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && workingDirectory(pid) === mark.dataDirectory && belongs(pid, mark));
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Empty when the process has ended, also when nobody has collected it yet. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

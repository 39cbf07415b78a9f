import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from '../../engines/engine-error.ts';
import { explainFailure } from './explain-failure.ts';
import type { ClusterMark } from './leftovers.ts';
import type { Place } from './place.ts';
import { programEnvironment } from './run-initdb.ts';
import { type ServerSettings, serverArguments } from './settings.ts';

export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the process has ended, with what its log says about it. */
  readonly ended: Promise<string>;
  /** Fast shutdown: open transactions are rolled back, the data is checkpointed. Resolves when it has ended. */
  stop(): Promise<void>;
}

const startPatienceMs = 120_000;
const stopPatienceMs = 30_000;

/** Starts one postmaster and resolves when it accepts connections; recovery of a large log may take a while. */
export async function startServerProcess(options: {
  postgres: string;
  place: Place;
  mark: ClusterMark;
  logFile: string;
  settings: ServerSettings;
  /** False: it is told to shut down when our process ends without stopping it. */
  outlivesUs: boolean;
}): Promise<ServerProcess> {
  const { argument, ...where } = options.place;
  const { dataDirectory, socketFolder } = options.mark;
  const from = rotate(options.logFile);
  const log = openSync(options.logFile, 'a', 0o600);
  let child: ChildProcess;
  try {
    child = spawn(options.postgres, serverArguments(argument, socketFolder, options.settings), {
      ...where,
      env: programEnvironment(),
      stdio: ['ignore', log, log],
      // Its own process group: Ctrl-C must reach us alone, who drain before we stop it.
      detached: true,
    });
  } finally {
    closeSync(log);
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(readFileSync(options.logFile, 'utf8').slice(from)));
  });
  if (!options.outlivesUs) {
    const stopWithUs = () => child.kill('SIGINT');
    process.once('exit', stopWithUs);
    void ended.then(() => process.off('exit', stopWithUs));
  }
  child.unref();

  await ready(dataDirectory, ended, child);
  return {
    pid: child.pid ?? 0,
    ended,
    async stop() {
      const patience = AbortSignal.timeout(stopPatienceMs);
      child.ref();
      child.kill('SIGINT');
      // Immediate shutdown: nothing committed is lost, the next start replays the log.
      patience.addEventListener('abort', () => child.kill('SIGQUIT'));
      await ended;
    },
  };
}

/** postmaster.pid says `ready` in its eighth line once connections are accepted; pg_ctl reads the same. */
async function ready(
  dataDirectory: string,
  ended: Promise<string>,
  child: ChildProcess,
): Promise<void> {
  const state: { output?: string } = {};
  void ended.then((output) => {
    state.output = output;
  });
  const deadline = Date.now() + startPatienceMs;
  while (state.output === undefined) {
    const lines = pidFile(dataDirectory);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return;
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      throw new EngineError(
        `PostgreSQL in ${dataDirectory} was not ready after ${startPatienceMs / 1000} s. Its log beside the data folder says what it was doing.`,
      );
    }
    await sleep(10);
  }
  throw new EngineError(
    explainFailure(`PostgreSQL in ${dataDirectory} did not start`, state.output),
  );
}

function pidFile(dataDirectory: string): string[] {
  try {
    return readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

const largestLogBytes = 10 * 1024 * 1024;

/** Keeps one former log beside the current one; returns the length of the log so far. */
function rotate(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= largestLogBytes) return size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

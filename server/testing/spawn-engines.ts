import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** A running engine-process.ts: what a test can do to it. */
export interface EngineProcess {
  readonly child: ChildProcess;
  /** What it printed at start: `ready` or `refused <why>`. */
  readonly greeting: string;
  /** Sends one statement and resolves with its answer, `rows <json>` or `error <why>`. */
  ask(line: string): Promise<string>;
  /** Sends a signal and resolves with the exit code, or the signal's name, when the process has ended. */
  end(signal: NodeJS.Signals): Promise<number | string | null>;
}

/** Starts engine-process.ts in a process group of its own and resolves when it has greeted. */
export async function spawnEngines(
  home: string,
  options: { only?: 'postgres'; uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<EngineProcess> {
  const { only, env, ...account } = options;
  const script = join(import.meta.dirname, 'engine-process.ts');
  const child = spawn(process.execPath, [script, home, ...(only ? [only] : [])], {
    ...account,
    cwd: '/',
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', process.env.SIYU_TEST_LOG ? 'inherit' : 'ignore'],
    detached: true,
  });
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  const lines = createInterface({ input: child.stdout });
  const greeting = await Promise.race([nextLine(lines), ended.then((how) => `ended ${how}`)]);
  return {
    child,
    greeting,
    async ask(line) {
      const answer = nextLine(lines);
      child.stdin.write(`${line}\n`);
      return answer;
    },
    end(signal) {
      // To the whole group, as Ctrl-C in a terminal does.
      if (child.exitCode === null && child.signalCode === null && child.pid)
        process.kill(-child.pid, signal);
      return ended;
    },
  };
}

/** The next line, or `ended` when there is none to come. */
function nextLine(lines: Interface): Promise<string> {
  return new Promise((resolve) => {
    lines.once('line', (line) => resolve(line.trimEnd()));
    lines.once('close', () => resolve('ended'));
  });
}

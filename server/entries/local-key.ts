import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What a running server leaves in its home folder for commands on the same machine: where it answers, and a key that makes
 * them the administrator. Whoever may read the folder owns the data anyway; the key changes with every start.
 */
export interface RunningServer {
  readonly address: string;
  readonly key: string;
  readonly pid: number;
}

const fileOf = (home: string) => join(home, 'server.json');

export function newLocalKey(): string {
  return `local_${randomBytes(32).toString('base64url')}`;
}

export async function announce(home: string, server: RunningServer): Promise<void> {
  await rm(fileOf(home), { force: true });
  await writeFile(fileOf(home), `${JSON.stringify(server)}\n`, { mode: 0o600 });
}

export async function withdraw(home: string): Promise<void> {
  await rm(fileOf(home), { force: true });
}

/** The server that runs on a home folder and answers, or null. */
export async function runningServer(home: string): Promise<RunningServer | null> {
  try {
    const server = JSON.parse(await readFile(fileOf(home), 'utf8')) as RunningServer;
    const answer = await fetch(`${server.address}/health`, { signal: AbortSignal.timeout(3_000) });
    return answer.ok ? server : null;
  } catch {
    return null;
  }
}

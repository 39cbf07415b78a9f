import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '../../platform/platform.ts';

/** A head of the chain as noted outside the database, where who can write the database cannot follow. */
export interface NotedHead {
  readonly seal: number;
  readonly hash: string;
  readonly at: string;
}

/** Appends a head to `audit/heads.jsonl` of the home folder and to the log of the process. */
export async function noteHead(platform: Platform, head: NotedHead): Promise<void> {
  const folder = join(platform.config.home, 'audit');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await appendFile(join(folder, 'heads.jsonl'), `${JSON.stringify(head)}\n`, { mode: 0o600 });
  platform.logger.info(head, 'audit log sealed');
}

/** The head noted last; null when none was. A line that a crash cut short is passed over. */
export async function notedHead(platform: Platform): Promise<NotedHead | null> {
  const file = join(platform.config.home, 'audit', 'heads.jsonl');
  const text = await readFile(file, 'utf8').catch(() => '');
  for (const line of text.trimEnd().split('\n').reverse()) {
    try {
      return JSON.parse(line) as NotedHead;
    } catch {
      // Cut short: the line before it is whole.
    }
  }
  return null;
}

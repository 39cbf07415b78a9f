import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ImportDetail,
  type ImportMapping,
  readImport,
  startImport,
  uploadImportFile,
} from '@siyu/contract/collect';
import type { Client } from './client.ts';
import type { Progress } from './progress.ts';

export interface ImportWish {
  readonly name: string;
  readonly source: string;
  readonly mapping: ImportMapping;
  readonly files: readonly { readonly name: string; readonly content: Blob }[];
}

const lookEveryMs = 250;

/** Uploads files and imports them as an operator does; resolves when everything in them can be asked for. */
export async function runImport(
  client: Client,
  progress: Progress,
  { name, source, mapping, files }: ImportWish,
): Promise<ImportDetail> {
  const uploaded: { readonly file: string }[] = [];
  for (const file of files) {
    const { id } = await client.call(uploadImportFile, {
      query: { name: file.name },
      body: file.content,
    });
    uploaded.push({ file: id });
  }
  const task = progress.task(name, 10_000);
  const started = await client.call(startImport, {
    body: { name, source, files: uploaded, mapping },
  });
  for (let told = 0; ; ) {
    const now = await client.call(readImport, { params: { import: started.id } });
    task.step(now.progress - told);
    told = now.progress;
    if (now.state === 'failed' || now.state === 'stopped') {
      throw new Error(`The import "${name}" is ${now.state}: ${now.message ?? 'no reason given'}`);
    }
    if (now.state === 'done' && now.settled) {
      task.done(`${now.counts.rows.toLocaleString('en')} rows, ${now.counts.errors} refused`);
      return now;
    }
    await sleep(lookEveryMs);
  }
}

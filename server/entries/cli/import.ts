import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ImportDetail,
  type ImportMapping,
  previewImportFile,
  readImport,
  startImport,
  uploadImportFile,
} from '@siyu/contract/collect';
import type { Command } from 'commander';
import type { Client } from '../demo/client.ts';
import { throughTheDoor } from './door.ts';
import { say } from './print.ts';

interface ImportOptions {
  readonly source: string;
  readonly mapping?: string;
  readonly name?: string;
  readonly json?: boolean;
}

export function addImportCommand(program: Command): void {
  program
    .command('import <files...>')
    .description(
      'import CSV or JSON Lines files of one shape (plain or .gz); running it again changes nothing',
    )
    .requiredOption('--source <id>', 'src_…: whose data these are')
    .option('--mapping <file>', 'JSON of the mapping; guessed from the first file when absent')
    .option('--name <name>', 'name of the import; the first file’s when absent')
    .option('--json', 'as one line of JSON')
    .action(async (files: string[], options: ImportOptions, command: Command) => {
      const done = await throughTheDoor(command, (client) => run(client, files, options));
      const { counts, state, message } = done;
      const text = `${state}${message ? `: ${message}` : ''}\n${Object.entries(counts)
        .map(([what, count]) => `${what} ${count}`)
        .join(', ')}`;
      say(options, done, text);
      if (state !== 'done') process.exitCode = 1;
    });
}

const lookEveryMs = 500;

async function run(
  client: Client,
  paths: readonly string[],
  { source, mapping: mappingFile, name, json }: ImportOptions,
): Promise<ImportDetail> {
  const files: { file: string }[] = [];
  for (const path of paths) {
    const query = { name: basename(path) };
    const { id } = await client.call(uploadImportFile, { query, body: await openAsBlob(path) });
    files.push({ file: id });
  }
  const first = files[0]?.file as string;
  const mapping = mappingFile
    ? (JSON.parse(await readFile(mappingFile, 'utf8')) as ImportMapping)
    : (await client.call(previewImportFile, { params: { file: first }, body: {} })).mapping;
  const body = { name: name ?? basename(paths[0] as string), source, files, mapping };
  let now = await client.call(startImport, { body });
  while (['waiting', 'running'].includes(now.state) || (now.state === 'done' && !now.settled)) {
    if (!json)
      process.stderr.write(`\r${(now.progress / 100).toFixed(0)} %, ${now.counts.rows} rows `);
    await sleep(lookEveryMs);
    now = await client.call(readImport, { params: { import: now.id } });
  }
  if (!json) process.stderr.write('\n');
  return now;
}

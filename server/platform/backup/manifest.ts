import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '../engines/engine-error.ts';

/** One file of a backup. */
export interface BackupFile {
  /** Relative to the backup's folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Of the file as it lies there, in hex. */
  readonly sha256: string;
}

export interface PostgresTable {
  readonly schema: string;
  readonly table: string;
  /** In the order of the file; generated columns are left out. */
  readonly columns: readonly string[];
  readonly rows: number;
  readonly file: string;
  /** For a partition: what re-creates it, e.g. `partition of "log"."batch" for values from (1) to (2)`. */
  readonly partition: string | null;
}

export interface PostgresSequence {
  readonly schema: string;
  readonly sequence: string;
  readonly value: number | bigint;
  readonly isCalled: boolean;
}

export interface ClickHouseTable {
  readonly table: string;
  /** As a reader of final rows counts them: merges do not change it. */
  readonly rows: number;
}

/** What a backup holds and how to know that it is whole. */
export interface Manifest {
  readonly format: 1;
  readonly madeAt: string;
  readonly versions: { readonly postgres: string; readonly clickhouse: string };
  readonly migrations: {
    readonly postgres: Readonly<Record<string, string>>;
  };
  readonly postgres: {
    readonly tables: readonly PostgresTable[];
    readonly sequences: readonly PostgresSequence[];
  };
  readonly clickhouse: { readonly folder: string; readonly tables: readonly ClickHouseTable[] };
  readonly files: readonly BackupFile[];
}

const fileName = 'manifest.json';

/** Written last: a folder without a manifest is no backup. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const text = JSON.stringify(
    manifest,
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    2,
  );
  writeFileSync(join(folder, fileName), `${text}\n`, { mode: 0o600 });
}

export function readManifest(folder: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as Manifest;
  } catch {
    throw new EngineError(
      `${folder} is not a backup: it has no readable ${fileName}. Name the folder that \`siyu backup\` made; one that was interrupted ends in .partial and is of no use.`,
    );
  }
  if (manifest.format !== 1) {
    throw new EngineError(
      `The backup in ${folder} has format ${manifest.format}, which this version does not know. Restore it with the version of Siyu that made it or a newer one.`,
    );
  }
  return manifest;
}

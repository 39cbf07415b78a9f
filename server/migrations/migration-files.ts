import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '../platform/engines/engine-error.ts';

export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export type MigratedEngine = 'postgres' | 'clickhouse';

/** `20260131120000-identity-person.sql`: timestamp, module, what. */
const namePattern = /^\d{14}-[a-z]+-[a-z0-9-]+\.sql$/;

/** The migrations of one engine in the order in which they are applied, which is that of their names. */
export function migrationFiles(
  engine: MigratedEngine,
  folder = import.meta.dirname,
): MigrationFile[] {
  return readdirSync(join(folder, engine))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      if (!namePattern.test(name)) {
        throw new EngineError(
          `The migration ${engine}/${name} is misnamed. Name it <timestamp of 14 digits>-<module>-<what>.sql, like 20260131120000-identity-person.sql.`,
        );
      }
      const sql = readFileSync(join(folder, engine, name), 'utf8');
      return { name, sql, checksum: checksum(sql) };
    });
}

/** Line ends do not count, so that a checkout on another system has the same checksum. */
export function checksum(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

/** Refuses data that this code does not know how to treat: a file changed after it was applied, or one we do not have. */
export function checkApplied(
  engine: MigratedEngine,
  files: readonly MigrationFile[],
  applied: ReadonlyMap<string, string>,
): void {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const [name, appliedChecksum] of applied) {
    const file = byName.get(name);
    if (!file) {
      throw new EngineError(
        `The data were written by a newer Siyu: migration ${engine}/${name} is applied but unknown here. Start that version or a newer one.`,
      );
    }
    if (file.checksum !== appliedChecksum) {
      throw new EngineError(
        `Migration ${engine}/${name} was changed after it had been applied. Restore the file and put the change into a new migration; in development, an empty data folder will do.`,
      );
    }
  }
}

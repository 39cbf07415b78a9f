import type { FileFormat, ImportCounts, ImportMapping } from '@siyu/contract/collect';
import { type Kysely, sql } from 'kysely';

const noCounts: ImportCounts = {
  rows: 0,
  errors: 0,
  people: 0,
  orders: 0,
  refunds: 0,
  adjustments: 0,
  events: 0,
  consents: 0,
};

/** Writes a waiting import with its files; returns its id. */
export async function insertImport(
  tx: Kysely<unknown>,
  row: {
    readonly publicId: string;
    readonly name: string;
    readonly sourceId: number;
    readonly mapping: ImportMapping;
    readonly importKey: string;
    readonly createdBy: string;
    readonly parts: readonly { readonly fileId: number; readonly format: FileFormat }[];
  },
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ import_id: number }>`
    insert into collect.import (public_id, name, kind, source_id, mapping, import_key, state, created_by, created_at, counts)
    values (${row.publicId}, ${row.name}, ${row.mapping.kind}, ${row.sourceId}, ${JSON.stringify(row.mapping)}::jsonb,
      ${row.importKey}, 'waiting', ${row.createdBy}, ${at}, ${JSON.stringify(noCounts)}::jsonb)
    returning import_id`.execute(tx);
  const importId = rows[0]?.import_id as number;
  await sql`
    insert into collect.import_part (import_id, position, import_file_id, format)
    select ${importId}, position, file_id, format
    from jsonb_to_recordset(${JSON.stringify(
      row.parts.map(({ fileId, format }, position) => ({ position, file_id: fileId, format })),
    )}::jsonb) as part (position int, file_id bigint, format jsonb)`.execute(tx);
  return importId;
}

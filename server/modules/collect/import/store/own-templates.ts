import type { ImportMapping } from '@siyu/contract/collect';
import { type Kysely, sql } from 'kysely';

export interface TemplateRow {
  readonly import_template_id: number;
  readonly public_id: string;
  readonly name: string;
  readonly mapping: ImportMapping;
}

/** The mappings that people kept here, by age; after one of them, or all. */
export async function ownTemplates(
  db: Kysely<unknown>,
  page: { readonly after: number; readonly limit: number } = { after: 0, limit: 1000 },
): Promise<readonly TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    select import_template_id, public_id, name, mapping from collect.import_template
    where import_template_id > ${page.after} order by import_template_id limit ${page.limit}`.execute(
    db,
  );
  return rows;
}

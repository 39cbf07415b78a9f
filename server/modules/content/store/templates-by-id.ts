import { type Kysely, sql } from 'kysely';

/** Public id and name of templates by number. */
export async function templatesById(
  db: Kysely<unknown>,
  templateIds: readonly number[],
): Promise<ReadonlyMap<number, { readonly publicId: string; readonly name: string }>> {
  const { rows } = await sql<{ templateId: number; publicId: string; name: string }>`
    select template_id as "templateId", public_id as "publicId", name from content.template
    where template_id = any(${[...new Set(templateIds)]}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.templateId, row]));
}

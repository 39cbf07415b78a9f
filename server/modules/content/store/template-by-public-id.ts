import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { inOrgScope } from '../../org/index.ts';
import { type TemplateRow, templateRow } from './template-row.ts';

/** A template of a scope, or undefined. */
export async function templateByPublicId(
  db: Kysely<unknown>,
  scope: Scope,
  publicId: string,
): Promise<TemplateRow | undefined> {
  const { rows } = await sql<TemplateRow>`
    ${templateRow} where public_id = ${publicId} and ${inOrgScope(scope, sql.ref('org_id'))}`.execute(
    db,
  );
  return rows[0];
}

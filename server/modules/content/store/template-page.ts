import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { inOrgScope } from '../../org/index.ts';
import { type TemplateRow, templateRow } from './template-row.ts';

const states = {
  draft: sql`archived_at is null and published_version is null`,
  published: sql`archived_at is null and published_version is not null`,
  archived: sql`archived_at is not null`,
} as const;

/** Templates of a scope, newest change first; archived ones only when asked for. `after`: [changed_at ISO, template_id]. */
export async function templatePage(
  db: Kysely<unknown>,
  scope: Scope,
  page: {
    readonly search?: string | undefined;
    readonly channel?: string | undefined;
    readonly state?: keyof typeof states | undefined;
    readonly after?: readonly (string | number)[] | undefined;
    readonly limit: number;
  },
): Promise<readonly TemplateRow[]> {
  const { search, channel, state, after } = page;
  const { rows } = await sql<TemplateRow>`
    ${templateRow}
    where ${inOrgScope(scope, sql.ref('org_id'))}
      and ${state ? states[state] : sql`archived_at is null`}
      ${channel === undefined ? sql`` : sql`and channel = ${channel}`}
      ${search === undefined ? sql`` : sql`and strpos(lower(name), ${search.toLowerCase()}) > 0`}
      ${after ? sql`and (changed_at, template.template_id) < (${after[0]}::timestamptz, ${after[1]}::int)` : sql``}
    order by changed_at desc, template.template_id desc limit ${page.limit}`.execute(db);
  return rows;
}

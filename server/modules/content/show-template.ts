import type { Template, TemplateSummary } from '@siyu/contract/content';
import { excerpt, plainText } from '@siyu/engine/content';
import type { Kysely } from 'kysely';
import { problem, type Scope } from '../../platform/http/index.ts';
import { actorNames, nodesById } from '../org/index.ts';
import { checkTemplate } from './check-template.ts';
import { templateByPublicId } from './store/template-by-public-id.ts';
import type { TemplateRow } from './store/template-row.ts';

/** A template of the scope; throws `content.template_unknown`. */
export async function templateInScope(
  db: Kysely<unknown>,
  scope: Scope,
  publicId: string,
): Promise<TemplateRow> {
  const template = await templateByPublicId(db, scope, publicId);
  if (!template) throw problem('content.template_unknown', { template: publicId });
  return template;
}

/** Templates as lists show them. */
export async function showSummaries(
  db: Kysely<unknown>,
  rows: readonly TemplateRow[],
): Promise<TemplateSummary[]> {
  const nodes = await nodesById(db, [...new Set(rows.map(({ orgId }) => orgId))]);
  return rows.map((row) => ({
    ...headOf(row, nodes.get(row.orgId)?.code ?? ''),
    excerpt: excerpt(plainText(row.body.replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, '…'))),
  }));
}

/** A template as its page shows it, with everything that is wrong with its latest version. */
export async function showTemplate(
  db: Kysely<unknown>,
  scope: Scope,
  publicId: string,
): Promise<Template> {
  const row = await templateInScope(db, scope, publicId);
  const nodes = await nodesById(db, [row.orgId]);
  const names = await actorNames(db, [row.savedBy]);
  const { problems, compiled } = checkTemplate(row);
  return {
    ...headOf(row, nodes.get(row.orgId)?.code ?? ''),
    latest: {
      version: row.latestVersion,
      subject: row.subject,
      body: row.body,
      savedAt: row.savedAt.toISOString(),
      savedBy: names.get(row.savedBy) ?? row.savedBy,
      publishedAt: row.publishedAt?.toISOString() ?? null,
    },
    problems: [...problems],
    variables: [...(compiled?.variables ?? [])],
    links: (compiled?.links ?? []).map((url, index) => ({ number: index + 1, url })),
  };
}

function headOf(row: TemplateRow, org: string) {
  const published = row.publishedVersion === null ? 'draft' : 'published';
  return {
    id: row.publicId,
    name: row.name,
    channel: row.channel,
    category: row.category,
    org,
    state: row.archivedAt ? ('archived' as const) : (published as 'draft' | 'published'),
    publishedVersion: row.publishedVersion,
    latestVersion: row.latestVersion,
    changedAt: row.changedAt.toISOString(),
  };
}

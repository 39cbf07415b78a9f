import type { ChannelKind, MessageCategory } from '@siyu/contract/content';
import { type Kysely, sql } from 'kysely';

export interface StoredText {
  readonly templateId: number;
  readonly publicId: string;
  readonly name: string;
  readonly channel: ChannelKind;
  readonly category: MessageCategory;
  readonly version: number;
  readonly subject: string;
  readonly body: string;
}

/** One version of a template with its text, or undefined. */
export async function templateVersion(
  db: Kysely<unknown>,
  templateId: number,
  version: number,
): Promise<StoredText | undefined> {
  const { rows } = await sql<StoredText>`
    select template_id as "templateId", public_id as "publicId", name, channel, category, version, subject, body
    from content.template join content.template_version using (template_id)
    where template_id = ${templateId} and version = ${version}`.execute(db);
  return rows[0];
}

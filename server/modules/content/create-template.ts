import type { ChannelKind, MessageCategory } from '@siyu/contract/content';
import { sql } from 'kysely';
import { publicId } from '../../platform/crypto/index.ts';
import type { Platform } from '../../platform/platform.ts';

/** A template with its first text, as the caller wants it; `orgId` is the node that owns it. */
export interface TemplateToCreate {
  readonly name: string;
  readonly channel: ChannelKind;
  readonly category: MessageCategory;
  readonly orgId: number;
  readonly subject: string;
  readonly body: string;
}

/** Makes a template with its first draft and returns its public id. */
export async function createTemplate(
  platform: Platform,
  input: TemplateToCreate,
  savedBy: string,
): Promise<string> {
  const id = publicId('tpl');
  const at = platform.clock.now();
  await sql`
    with created as (
      insert into content.template (public_id, org_id, name, channel, category, latest_version, created_at, changed_at)
      values (${id}, ${input.orgId}, ${input.name}, ${input.channel}, ${input.category}, 1, ${at}, ${at})
      returning template_id
    )
    insert into content.template_version (template_id, version, subject, body, saved_at, saved_by)
    select template_id, 1, ${input.subject}, ${input.body}, ${at}::timestamptz, ${savedBy} from created`.execute(
    platform.postgres.db<unknown>(),
  );
  return id;
}

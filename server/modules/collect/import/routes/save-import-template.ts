import { saveImportTemplate } from '@siyu/contract/collect';
import { mappingFault } from '@siyu/engine/import';
import { sql } from 'kysely';
import { publicId } from '../../../../platform/crypto/index.ts';
import { endpoint, problem } from '../../../../platform/http/index.ts';
import { showOwnTemplate } from '../show-template.ts';
import type { TemplateRow } from '../store/own-templates.ts';

export const saveImportTemplateEndpoint = endpoint(
  saveImportTemplate,
  async ({ platform, actor, body }) => {
    const reason = mappingFault(body.mapping);
    if (reason) throw problem('collect.import_mapping_invalid', { reason });
    const { rows } = await sql<TemplateRow>`
      insert into collect.import_template (public_id, name, mapping, created_by, changed_at)
      values (${publicId('imt')}, ${body.name}, ${JSON.stringify(body.mapping)}::jsonb, ${actor.id}, ${platform.clock.now()})
      on conflict (name) do update set mapping = excluded.mapping, changed_at = excluded.changed_at
      returning import_template_id, public_id, name, mapping`.execute(platform.postgres.db());
    return showOwnTemplate(rows[0] as TemplateRow);
  },
);

import { deleteImportTemplate } from '@siyu/contract/collect';
import { sql } from 'kysely';
import { endpoint, problem } from '../../../../platform/http/index.ts';

export const deleteImportTemplateEndpoint = endpoint(
  deleteImportTemplate,
  async ({ platform, params }) => {
    const { rows } = await sql`
      delete from collect.import_template where public_id = ${params.template} returning 1`.execute(
      platform.postgres.db(),
    );
    if (rows.length === 0) {
      throw problem('collect.import_template_unknown', { template: params.template });
    }
    return { deleted: true };
  },
);

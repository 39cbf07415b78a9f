import { liveRoutes } from '@siyu/contract/collect';
import { sql } from 'kysely';
import { type Endpoint, endpoint, problem } from '../../../platform/http/index.ts';
import { recordAudit } from '../../org/index.ts';
import { eventWords } from '../event-words.ts';

const list = endpoint(liveRoutes.listEventNames, async ({ platform }) => {
  const words = await eventWords(platform.postgres.db<unknown>());
  return {
    events: [...words].map(([name, { zh, en, named }]) => ({
      name,
      nameZh: zh,
      nameEn: en,
      named,
    })),
  };
});

const rename = endpoint(liveRoutes.nameEvent, async ({ platform, actor, params, body, raw }) => {
  const { rows } = await sql`
    update collect.event_definition set name_zh = ${body.nameZh}, name_en = ${body.nameEn}, named = true
    where name = ${params.name} returning 1`.execute(platform.postgres.db<unknown>());
  if (rows.length === 0) throw problem('platform.not_found', { what: params.name });
  await recordAudit(platform, null, {
    actor,
    action: 'collect.name_event',
    object: params.name,
    detail: body,
    ip: raw.request.ip,
  });
  return { name: params.name, ...body, named: true };
});

export const eventNameEndpoints: readonly Endpoint[] = [list, rename];

import { personRoutes } from '@siyu/contract/profile';
import { sql } from 'kysely';
import { type Endpoint, endpoint, problem } from '../../../platform/http/index.ts';
import { recordAudit } from '../../org/index.ts';
import { type TraitWords, traitWords } from '../traits/trait-words.ts';

const list = endpoint(personRoutes.listTraitNames, async ({ platform }) => {
  const words = await traitWords(platform.postgres.db<unknown>());
  return { traits: [...words].map(([name, trait]) => ({ name, ...trait })) };
});

const rename = endpoint(personRoutes.nameTrait, async ({ platform, actor, params, body, raw }) => {
  const { rows } = await sql<TraitWords>`
    update profile.trait_definition set name_zh = ${body.nameZh}, name_en = ${body.nameEn}, named = true
    where name = ${params.name}
    returning name_zh as "nameZh", name_en as "nameEn", type, personal, named`.execute(
    platform.postgres.db<unknown>(),
  );
  const row = rows[0];
  if (!row) throw problem('platform.not_found', { what: params.name });
  await recordAudit(platform, null, {
    actor,
    action: 'profile.name_trait',
    object: params.name,
    detail: body,
    ip: raw.request.ip,
  });
  return { name: params.name, ...row };
});

export const traitNameEndpoints: readonly Endpoint[] = [list, rename];

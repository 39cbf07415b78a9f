import { channelKindNames, messageCategoryNames } from '@siyu/contract/content';
import { identifierKindNames, identifierKinds } from '@siyu/contract/identity';
import type { Vocabulary } from '@siyu/contract/segment';
import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { eventTable, eventWords } from '../collect/index.ts';
import { orgTree } from '../org/index.ts';
import {
  channelWords,
  columnWords,
  propertyWords,
  purposeWords,
  tagsInForce,
  traitWords,
} from '../profile/index.ts';
import { segmentPage } from './store/segment-page.ts';

type Properties = Vocabulary['events'][number]['properties'];

const columns = Object.entries(columnWords).map(([name, words]) => ({
  name,
  ...words,
  in: 'column' as const,
}));

/** What rules may speak of within a part of the organisation, with names. */
export async function vocabulary(platform: Platform, scope: Scope): Promise<Vocabulary> {
  const db = platform.postgres.db<unknown>();
  const [traits, events, tags, segments, nodes, properties] = await Promise.all([
    traitWords(db),
    eventWords(db),
    tagsInForce(db, 'all'),
    segmentPage(db, scope, { state: 'active', limit: 10_000 }),
    orgTree(db, { rootId: scope.rootId, levels: 100, closed: false }),
    recentProperties(platform),
  ]);
  return {
    traits: [...traits]
      .filter(([, words]) => !words.personal)
      .map(([name, { nameZh, nameEn, type }]) => ({
        name,
        zh: nameZh,
        en: nameEn,
        type: type as Vocabulary['traits'][number]['type'],
      })),
    events: [...events].map(([name, { zh, en }]) => ({
      name,
      zh,
      en,
      properties: [...columns, ...(properties.get(name) ?? [])],
    })),
    tags: [...tags.values()].map((tag) => ({
      tag: tag.public_id,
      name: tag.public_id,
      zh: tag.name_zh,
      en: tag.name_en,
      values: [...tag.values],
    })),
    segments: segments.map(({ public_id, name }) => ({ segment: public_id, name })),
    consents: messageCategoryNames.flatMap((purpose) =>
      channelKindNames.map((channel) => ({
        purpose,
        channel,
        label: {
          zh: `${channelWords[channel]?.zh}（${purposeWords[purpose]?.zh}）`,
          en: `${channelWords[channel]?.en} (${purposeWords[purpose]?.en})`,
        },
      })),
    ),
    identifiers: identifierKindNames.map((name) => ({
      name,
      zh: identifierKinds[name].zh,
      en: identifierKinds[name].en,
    })),
    orgs: nodes.map(({ code, name_zh, name_en, kind }) => ({
      code,
      name: code,
      zh: name_zh,
      en: name_en,
      kind,
    })),
  };
}

/** Properties that lately came with events; those that only the deep past had can still be typed in. */
async function recentProperties({
  clickhouse,
}: Platform): Promise<ReadonlyMap<string, Properties>> {
  const rows = await clickhouse.query<{ name: string; texts: string[]; numbers: string[] }>({
    name: 'segment.recent_properties',
    sql: `SELECT name, groupUniqArrayArray(mapKeys(text)) AS texts, groupUniqArrayArray(mapKeys(number)) AS numbers
      FROM (SELECT name, text, number FROM ${eventTable.byName} LIMIT 2000 BY name) GROUP BY name`,
  });
  const described = (keys: readonly string[], place: 'text' | 'number'): Properties =>
    [...keys].sort().map((name) => ({ name, ...propertyWords(name), in: place }));
  return new Map(
    rows.map((row) => [
      row.name,
      [...described(row.texts, 'text'), ...described(row.numbers, 'number')],
    ]),
  );
}

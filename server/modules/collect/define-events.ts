import { eventNames } from '@siyu/contract/collect';
import { type Kysely, sql } from 'kysely';

/** Registers event names met for the first time: under the vocabulary's names when it has one, else by a readable form. */
export async function defineEvents(
  tx: Kysely<unknown>,
  names: readonly string[],
  at: Date,
): Promise<void> {
  if (names.length === 0) return;
  const words = names.map((name) => eventNames[name] ?? { zh: readable(name), en: readable(name) });
  await sql`
    insert into collect.event_definition (name, name_zh, name_en, first_seen_at, named)
    select name, name_zh, name_en, ${at}, named
    from unnest(
      ${[...names]}::text[], ${words.map((word) => word.zh)}::text[], ${words.map((word) => word.en)}::text[],
      ${names.map((name) => name in eventNames)}::boolean[]
    ) as fresh (name, name_zh, name_en, named)
    on conflict (name) do nothing`.execute(tx);
}

/** @example readable('video_paused') // 'Video paused' */
function readable(name: string): string {
  const words = name.replace(/_+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import { traitNames } from '@siyu/contract/profile';
import { type Kysely, sql } from 'kysely';
import type { StatedTrait } from './record-traits.ts';

export type TraitType = 'string' | 'number' | 'boolean' | 'time' | 'list';

/** The type of a trait's value; text that reads as an ISO date or instant is a time. */
export function traitType(value: StatedTrait['value']): TraitType {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return /^\d{4}-\d{2}-\d{2}([T ]|$)/.test(value as string) ? 'time' : 'string';
}

/** Registers traits met for the first time; until an operator names them, they go by a readable form of their key. */
export async function defineTraits(
  tx: Kysely<unknown>,
  traits: readonly {
    readonly name: string;
    readonly type: TraitType;
    readonly personal: boolean;
  }[],
  at: Date,
): Promise<void> {
  if (traits.length === 0) return;
  const words = traits.map(
    ({ name }) => traitNames[name] ?? { zh: readable(name), en: readable(name) },
  );
  await sql`
    insert into profile.trait_definition (name, type, name_zh, name_en, personal, first_seen_at, named)
    select name, type, name_zh, name_en, personal, ${at}, named
    from unnest(
      ${traits.map((trait) => trait.name)}::text[], ${traits.map((trait) => trait.type)}::text[],
      ${words.map((word) => word.zh)}::text[], ${words.map((word) => word.en)}::text[],
      ${traits.map((trait) => trait.personal)}::boolean[], ${traits.map((trait) => trait.name in traitNames)}::boolean[]
    ) as fresh (name, type, name_zh, name_en, personal, named)
    on conflict (name) do nothing`.execute(tx);
}

/** @example readable('favourite_store') // 'Favourite store' */
export function readable(name: string): string {
  const words = name.replace(/[_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

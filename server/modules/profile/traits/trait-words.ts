import { traitNames } from '@siyu/contract/profile';
import { type Kysely, sql } from 'kysely';
import { readable } from './define-traits.ts';

export interface TraitWords {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly type: string;
  readonly personal: boolean;
  readonly named: boolean;
}

/** Every registered trait with its words. */
export async function traitWords(db: Kysely<unknown>): Promise<ReadonlyMap<string, TraitWords>> {
  const { rows } = await sql<TraitWords & { name: string }>`
    select name, name_zh as "nameZh", name_en as "nameEn", type, personal, named
    from profile.trait_definition order by name`.execute(db);
  return new Map(rows.map(({ name, ...words }) => [name, words]));
}

/** The display names of a trait that may not be registered (personal ones are not). */
export function wordsOf(
  words: ReadonlyMap<string, TraitWords>,
  name: string,
): { nameZh: string; nameEn: string } {
  const found = words.get(name);
  if (found) return { nameZh: found.nameZh, nameEn: found.nameEn };
  const common = traitNames[name];
  return { nameZh: common?.zh ?? readable(name), nameEn: common?.en ?? readable(name) };
}

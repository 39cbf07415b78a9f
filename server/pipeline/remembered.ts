import type { Message } from '@siyu/contract/collect';
import { type Normalised, normaliseIdentifier } from '@siyu/engine/identity';
import { isPersonalProperty } from '@siyu/engine/privacy';
import { LRUCache } from 'lru-cache';
import type { KeyRing } from '../platform/crypto/index.ts';

type Stated = Message['identifiers'][number];

/** Answers of pure functions that a stream of events asks for again and again (a tenth of the pipeline's time without). */
export interface Remembered {
  /** The normal form of an identifier with its keyed hash, or why it is refused. */
  identifier(stated: Stated): Normalised & { readonly hash?: string };
  isPersonalProperty(name: string): boolean;
}

export function rememberAnswers(keys: KeyRing): Remembered {
  const identifiers = new LRUCache<string, Normalised & { readonly hash?: string }>({
    max: 200_000,
  });
  const names = new LRUCache<string, boolean>({ max: 10_000 });
  return {
    identifier: ({ kind, value }) => {
      const key = `${kind} ${value}`;
      let answer = identifiers.get(key);
      if (answer === undefined) {
        const normal = normaliseIdentifier(kind, value);
        answer = 'value' in normal ? { ...normal, hash: keys.hash(kind, normal.value) } : normal;
        identifiers.set(key, answer);
      }
      return answer;
    },
    isPersonalProperty: (name) => {
      let answer = names.get(name);
      if (answer === undefined) {
        answer = isPersonalProperty(name);
        names.set(name, answer);
      }
      return answer;
    },
  };
}

import type { Leaf } from '@siyu/contract/segment';
import { leafKey } from './canonical.ts';

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/** The name of a condition: 16 hexadecimal digits (FNV-1a, 64 bit, over code points), equal for equal conditions. */
export function leafHash(leaf: Leaf): string {
  let hash = offset;
  for (const unit of Array.from(leafKey(leaf), (letter) => letter.codePointAt(0) ?? 0)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit)) * prime);
  }
  return hash.toString(16).padStart(16, '0');
}

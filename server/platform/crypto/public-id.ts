import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A fresh public id: the prefix and 80 random bits in Crockford's base 32, e.g. `per_7k2m…` (16 characters). */
export function publicId(prefix: string): string {
  const letters = Array.from(randomBytes(16), (byte) => alphabet[byte & 31]);
  return `${prefix}_${letters.join('')}`;
}

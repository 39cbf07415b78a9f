/** Characters of a text as people and carriers count them (code points, not UTF-16 units). */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * Billed parts of a text: one up to `partLength`; longer ones are cut into parts of `partLength` − 3, whose place is taken by
 * the header that joins them (GSM 03.40 user data header: 70 → 67 characters). `partLength` 0 = billed by message.
 */
export function billedParts(text: string, partLength: number): number {
  const length = characters(text);
  if (partLength === 0 || length <= partLength) return 1;
  return Math.ceil(length / (partLength - 3));
}

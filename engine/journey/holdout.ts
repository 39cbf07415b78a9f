/**
 * Whether a person is held out of a campaign: the same answer every time, independent between campaigns. `basisPoints` of 10,000
 * people are held out on average. The hash is the finaliser of MurmurHash3 (Appleby, 2011) over both numbers.
 */
export function isHeldOut(campaignId: number, personId: number, basisPoints: number): boolean {
  if (basisPoints <= 0) return false;
  const mixed = mix(mix(campaignId ^ 0x9e37_79b9) ^ personId);
  return (mixed / 2 ** 32) * 10_000 < basisPoints;
}

function mix(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

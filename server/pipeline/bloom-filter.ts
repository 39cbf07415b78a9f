/**
 * A Bloom filter over 64-bit hashes that are random already, so that their own halves serve as the two hash functions
 * (Kirsch & Mitzenmacher 2006). With 16 bits an element and 6 probes about 1 in 1,500 absent hashes is taken for present.
 */
export interface BloomFilter {
  add(hash: bigint): void;
  mayHave(hash: bigint): boolean;
  readonly isFull: boolean;
}

const probes = 6;
const bitsPerElement = 16;

/** @param capacity elements it may hold; rounded up so that its bits are a power of two */
export function bloomFilter(capacity: number): BloomFilter {
  const bits = 2 ** Math.ceil(Math.log2(Math.max(capacity, 64) * bitsPerElement));
  const words = new Uint32Array(bits / 32);
  const mask = bits - 1;
  let added = 0;
  const visit = (hash: bigint, onBit: (word: number, bit: number) => boolean): boolean => {
    const low = Number(hash & 0xffffffffn);
    const high = Number(hash >> 32n) | 1;
    for (let probe = 0; probe < probes; probe += 1) {
      const place = (low + Math.imul(probe, high)) & mask;
      if (!onBit(place >>> 5, 1 << (place & 31))) return false;
    }
    return true;
  };
  return {
    add: (hash) => {
      added += 1;
      visit(hash, (word, bit) => {
        words[word] = (words[word] as number) | bit;
        return true;
      });
    },
    mayHave: (hash) => visit(hash, (word, bit) => ((words[word] as number) & bit) !== 0),
    get isFull() {
      return added >= bits / bitsPerElement;
    },
  };
}

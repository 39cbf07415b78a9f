const mask = 0xffff_ffff_ffff_ffffn;

/**
 * Hands out the ids of the events of one message: the i-th is splitmix64 (Steele, Lea & Flood 2014) of the message's hash
 * advanced by i, so ids of one message differ and those of two messages are as good as random. Signed 64 bits.
 */
export function eventHashes(messageHash: bigint): () => bigint {
  let state = messageHash & mask;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & mask;
    return BigInt.asIntN(64, mixed ^ (mixed >> 31n));
  };
}

import { constants, zstdCompressSync } from 'node:zlib';

/** Level 1 takes half the time of the default level and makes bodies of events a tenth larger. */
const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Compresses a body that is written once and read about once. */
export function pack(body: string | Buffer): Buffer {
  return zstdCompressSync(body, fast);
}

export type { KeyPurpose, KeyRing, Opener, Sealed, Sealer } from './key-ring.ts';
export { openKeyRing } from './open-key-ring.ts';
export { publicId } from './public-id.ts';

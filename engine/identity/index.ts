export { type Normalised, normaliseIdentifier, type Refusal } from './normalise.ts';
export {
  createStitcher,
  type IdentityKey,
  type LinkRefused,
  type PersonRef,
  type Stitched,
  type Stitcher,
  type StitchSeed,
} from './stitch.ts';

export { billedParts, characters } from './message-length.ts';
export { excerpt, plainText } from './plain-text.ts';
export { type LinkedTemplate, trackedLinks } from './tracked-links.ts';

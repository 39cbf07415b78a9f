import type { Module } from '../../platform/http/index.ts';
import { registerPrivacy } from './registers.ts';

export { type Address, addressesOf } from './addresses-of.ts';
export { emptyBox, type PersonalBox, uniteBoxes } from './box.ts';
export {
  type ConsentAnswer,
  type ConsentQuestion,
  consentAnswers,
  consentFor,
  consentSource,
  consentTable,
} from './consent.ts';
export { erasePerson, readErasureOrder } from './erase-person.ts';
export { erasedIdentities } from './erased-identities.ts';
export { giveJournal, requireJournal } from './erasure-journal.ts';
export { readBoxes } from './read-boxes.ts';
export { recordConsents } from './record-consents.ts';
export { erasureByPublicId, requestErasure } from './request-erasure.ts';
export { settleErasures } from './settle-erasures.ts';
export { type ConsentRow, consentsOf } from './store/consents-of.ts';
export type { ConsentActRow } from './store/insert-consents.ts';
export { peopleByBlindIndex } from './store/people-by-blind-index.ts';
export type { ConsentStateRow } from './store/put-consent-states.ts';
export { hasTombstones, isFreshAct, type Tombstone, tombstonesAmong } from './tombstones.ts';
export { blindHash, writeBoxes } from './write-boxes.ts';

/** Personal boxes, consent, and the right to be forgotten. */
export const privacy: Module = { name: 'privacy', endpoints: [], register: registerPrivacy };

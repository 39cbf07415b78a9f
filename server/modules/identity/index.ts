import type { Module } from '../../platform/http/index.ts';
import { registerIdentity } from './registers.ts';

export { eraseIdentities } from './erase-identities.ts';
export { type CachedIdentity, createIdentityCache, type IdentityCache } from './identity-cache.ts';
export {
  type IdentityRow,
  identitiesWithSource,
  mapChangesOf,
  nodesOfIdentities,
  type PersonRow,
  peopleById,
  peopleByIdentifier,
  personByPublicId,
  recentPeople,
} from './read-people.ts';
export {
  type Act,
  type HashedIdentifier,
  type ResolvedAct,
  type ResolvedActs,
  resolveActs,
} from './resolve-acts.ts';
export { inScope } from './scope.ts';
export {
  firstAnonymousId,
  identityMap,
  identitySource,
  identityTables,
  peopleSource,
  personOf,
  reloadIdentityMap,
} from './sources.ts';
export { identitiesOfPeople } from './store/identities-of-people.ts';
export { originsOf } from './store/origins-of.ts';
export { peopleByPublicIds } from './store/people-by-public-ids.ts';
export { peopleInForce } from './store/people-in-force.ts';
export { peopleOfHashes } from './store/people-of-hashes.ts';
export { publicIdsOf } from './store/public-ids-of.ts';

/** Who is who: identifiers, people, and the versioned map between them. */
export const identity: Module = { name: 'identity', endpoints: [], register: registerIdentity };

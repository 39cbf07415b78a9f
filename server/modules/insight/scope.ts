import type { InsightScope } from '@siyu/engine/insight';
import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { eventTable } from '../collect/index.ts';
import { identitySource, peopleSource, personOf } from '../identity/index.ts';
import { ancestorsOf } from '../org/index.ts';
import { consentSource } from '../privacy/index.ts';

/** The purpose whose consent makes somebody reachable for campaigns. */
const marketing = 'marketing';

/** What every printer of this module needs of a data scope. */
export async function insightScope(platform: Platform, scope: Scope): Promise<InsightScope> {
  const aboveIds = await ancestorsOf(platform.postgres.db<unknown>(), scope.rootId);
  return {
    orgIds: scope.everything ? null : scope.orgIds,
    aboveIds,
    known: peopleSource(scope),
    everybody: peopleSource(scope, 'all'),
    events: eventTable.byName,
    identities: identitySource,
    person: personOf(),
    consent: (channel) =>
      consentSource({
        purpose: marketing,
        channel,
        ...(scope.everything ? {} : { orgIds: [...new Set([...scope.orgIds, ...aboveIds])] }),
      }),
  };
}

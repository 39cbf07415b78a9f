import { readSetup } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { version } from '../../../platform/version.ts';
import { hasUsers } from '../store/has-users.ts';

export const readSetupEndpoint = endpoint(readSetup, async ({ platform }) => ({
  needed: !(await hasUsers(platform.postgres.db())),
  version,
}));

import type { Endpoint } from '../../platform/http/index.ts';
import { changeMeEndpoint } from './routes/change-me.ts';
import { changeNodeEndpoint } from './routes/change-node.ts';
import { changePasswordEndpoint } from './routes/change-password.ts';
import { changeUserEndpoint } from './routes/change-user.ts';
import { createApiKeyEndpoint } from './routes/create-api-key.ts';
import { createNodeEndpoint } from './routes/create-node.ts';
import { createUserEndpoint } from './routes/create-user.ts';
import { listApiKeysEndpoint } from './routes/list-api-keys.ts';
import { listAuditEndpoint } from './routes/list-audit.ts';
import { listNodesEndpoint } from './routes/list-nodes.ts';
import { listUsersEndpoint } from './routes/list-users.ts';
import { logInEndpoint } from './routes/log-in.ts';
import { logOutEndpoint } from './routes/log-out.ts';
import { readMeEndpoint } from './routes/read-me.ts';
import { readSetupEndpoint } from './routes/read-setup.ts';
import { readTreeEndpoint } from './routes/read-tree.ts';
import { revokeApiKeyEndpoint } from './routes/revoke-api-key.ts';
import { sealAuditEndpoint } from './routes/seal-audit.ts';
import { setUpEndpoint } from './routes/set-up.ts';
import { verifyAuditEndpoint } from './routes/verify-audit.ts';

export const endpoints: readonly Endpoint[] = [
  changeMeEndpoint,
  changeNodeEndpoint,
  changePasswordEndpoint,
  changeUserEndpoint,
  createApiKeyEndpoint,
  createNodeEndpoint,
  createUserEndpoint,
  listApiKeysEndpoint,
  listAuditEndpoint,
  listNodesEndpoint,
  listUsersEndpoint,
  logInEndpoint,
  logOutEndpoint,
  readMeEndpoint,
  readSetupEndpoint,
  readTreeEndpoint,
  revokeApiKeyEndpoint,
  sealAuditEndpoint,
  setUpEndpoint,
  verifyAuditEndpoint,
];

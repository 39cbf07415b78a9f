import type { Endpoint } from '../../platform/http/index.ts';
import { channelEndpoints } from './routes/channels.ts';
import { deliveryEndpoints } from './routes/deliveries.ts';
import { inboxEndpoints } from './routes/inbox.ts';
import { outgoingEndpoints } from './routes/outgoing.ts';
import { publicEndpoints } from './routes/public.ts';
import { readImportReachEndpoint } from './routes/read-import-reach.ts';
import { suppressionEndpoints } from './routes/suppressions.ts';
import { testerEndpoints } from './routes/testers.ts';

export const endpoints: readonly Endpoint[] = [
  ...channelEndpoints,
  ...deliveryEndpoints,
  ...inboxEndpoints,
  ...outgoingEndpoints,
  ...publicEndpoints,
  ...suppressionEndpoints,
  ...testerEndpoints,
  readImportReachEndpoint,
];

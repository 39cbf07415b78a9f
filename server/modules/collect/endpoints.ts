import type { Endpoint } from '../../platform/http/index.ts';
import { importEndpoints } from './import/index.ts';
import { eventNameEndpoints } from './routes/event-names.ts';
import { quarantineEndpoints } from './routes/quarantine.ts';
import { sourceEndpoints } from './routes/sources.ts';
import { trackingEndpoints } from './routes/tracking.ts';

export const endpoints: readonly Endpoint[] = [
  ...trackingEndpoints,
  ...sourceEndpoints,
  ...quarantineEndpoints,
  ...eventNameEndpoints,
  ...importEndpoints,
];

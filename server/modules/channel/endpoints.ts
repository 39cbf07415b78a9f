import type { Endpoint } from '../../platform/http/index.ts';

export const endpoints: readonly Endpoint[] = [];

export type { BackUp } from './back-up.ts';
export { checkReadiness } from './check-readiness.ts';
export { upkeepEndpoints } from './endpoints.ts';

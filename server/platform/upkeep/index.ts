export { checkReadiness } from './check-readiness.ts';
export { upkeepEndpoints } from './endpoints.ts';

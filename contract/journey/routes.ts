export * from './campaign-routes.ts';
export * from './report-routes.ts';

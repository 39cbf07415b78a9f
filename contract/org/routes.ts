export * from './access-routes.ts';
export * from './audit-routes.ts';
export * from './node-routes.ts';
export * from './user-routes.ts';

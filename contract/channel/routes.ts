export * from './channel-routes.ts';
export * from './delivery-routes.ts';

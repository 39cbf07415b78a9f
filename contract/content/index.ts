export * from './channel-kinds.ts';
export * from './errors.ts';
export * from './routes.ts';
export * from './schemas.ts';
export * from './variables.ts';

export * from './errors.ts';
export * from './import-reach.ts';
export * from './policy.ts';
export * from './reasons.ts';
export * from './routes.ts';
export * from './schemas.ts';

export * from './import.ts';
export * from './import-errors.ts';
export * from './import-file.ts';
export * from './import-mapping.ts';
export * from './import-routes.ts';
export * from './message.ts';
export * from './row-problems.ts';

export * from './errors.ts';
export * from './tag-definition.ts';
export * from './tag-routes.ts';
export * from './tag-values.ts';
export * from './tags.ts';

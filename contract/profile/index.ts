export * from './errors.ts';
export * from './person.ts';
export * as personRoutes from './person-routes.ts';
export * from './tag-definition.ts';
export * from './tag-routes.ts';
export * from './tag-values.ts';
export * from './tags.ts';
export * from './trait-names.ts';

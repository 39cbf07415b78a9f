export * from './errors.ts';
export * from './page.ts';
export * from './route.ts';

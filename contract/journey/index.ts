export * from './campaign.ts';
export * from './errors.ts';
export * from './report.ts';
export * from './routes.ts';

export { type StartedServer, type StartOptions, startServer } from './start.ts';

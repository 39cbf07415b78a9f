import { dirname } from 'node:path';

/** The folder of the repository, absolute. */
export const root = dirname(import.meta.dirname);

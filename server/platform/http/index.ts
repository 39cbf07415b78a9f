export { problem, SiyuError } from './problem.ts';
export { decodeCursor, encodeCursor } from './cursor.ts';
export { type Actor, type Call, type Endpoint, endpoint, type Module, type Scope } from './types.ts';

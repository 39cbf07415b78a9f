export { sessionQuery, useMay, useMe } from './session.ts';

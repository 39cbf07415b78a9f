export { array, instant, num, oneOf, str } from './literal.ts';

export { addressOf, call, newKey, rememberCsrf } from './call.ts';
export { isProblem, ProblemError } from './problem-error.ts';
export { askOf, type ItemOf, pagesOf, readOf, useShowProblem, useWrite } from './queries.ts';

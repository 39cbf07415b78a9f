import type { Problem } from '@siyu/contract/kit';

/** An error answer of the server, or that it could not be reached (`console.unreachable`). */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Whether an error is this problem: `isProblem(error, 'org.session_missing')`. */
export function isProblem(error: unknown, code: string): error is ProblemError {
  return error instanceof ProblemError && error.problem.code === code;
}

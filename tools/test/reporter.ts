import { AssertionError } from 'node:assert';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

/** What one test of a file came to; `problem` is the error as a person reads it. */
export type TestResult = {
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
  milliseconds: number;
  at: string;
  problem?: string;
};

/** A `node:test` reporter that writes one `TestResult` per line as JSON; suites and parents that only echo a child's failure are left out. */
export async function* jsonLines(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const path: string[] = [];
  for await (const event of events) {
    if (event.type === 'test:start') {
      path.length = event.data.nesting;
      path.push(event.data.name);
    }
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { data } = event;
    const error = event.type === 'test:fail' ? event.data.details.error : undefined;
    const echoesChild = failureType(error) === 'subtestsFailed';
    const isSuite = data.details.type === 'suite' && !error;
    if (isSuite || echoesChild) continue;
    const isLeftOut = (data.skip ?? data.todo) !== undefined;
    const result: TestResult = {
      name: [...path.slice(0, data.nesting), data.name].join(' › '),
      outcome: isLeftOut ? 'skipped' : error ? 'failed' : 'passed',
      milliseconds: Math.round(data.details.duration_ms),
      at: `${data.file}:${data.line}`,
      ...(error && { problem: describe(error) }),
    };
    yield `${JSON.stringify(result)}\n`;
  }
}

function failureType(error: Error | undefined): unknown {
  return error && 'failureType' in error ? error.failureType : undefined;
}

/** node:test wraps what a test threw; the cause is what its author wants to read, less the frames of Node itself. */
function describe(error: Error): string {
  const { cause } = error;
  return textOf(cause)
    .split('\n')
    .filter((line) => !/^\s+at .*\(?node:/.test(line))
    .join('\n');
}

/** An assertion's stack already holds its diff; any other error may carry telling fields, such as a database's `detail`. */
function textOf(cause: unknown): string {
  if (cause instanceof AssertionError && cause.stack) return cause.stack;
  return cause instanceof Error ? inspect(cause, { depth: 3 }) : String(cause);
}

// node:test finds a reporter by its default export.
export default jsonLines;

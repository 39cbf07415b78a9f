/**
 * Runs tasks with at most `limit` under way at once. `add` resolves when there is room; `settle` when all have ended. The first
 * failure is thrown by the next call.
 */
export function inFlight(limit: number) {
  const running = new Set<Promise<void>>();
  let failure: unknown;
  const throwFailure = (): void => {
    if (failure !== undefined) throw failure;
  };
  return {
    async add(task: () => Promise<unknown>): Promise<void> {
      while (running.size >= limit) await Promise.race(running);
      throwFailure();
      const run: Promise<void> = task()
        .then(
          () => undefined,
          (error: unknown) => {
            failure ??= error;
          },
        )
        .finally(() => running.delete(run));
      running.add(run);
    },
    async settle(): Promise<void> {
      await Promise.all(running);
      throwFailure();
    },
  };
}

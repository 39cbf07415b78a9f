import type { Figure } from './workload.ts';

/** Median, least and most of what the rounds gave, rounded to three places. */
export function figure(rounds: readonly number[], unit: string): Figure {
  const sorted = [...rounds].sort((one, other) => one - other);
  const at = (part: number): number =>
    round(sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN);
  return { median: at(0.5), min: at(0), max: at(1), unit };
}

export const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Wall time of a task in seconds. */
export async function seconds(task: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await task();
  return (performance.now() - began) / 1000;
}

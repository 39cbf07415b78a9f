interface Minute {
  readonly minute: string;
  readonly accepted: number;
}

const hour = 3_600_000;

/** Accepted calls hour by hour from minutes in which something came in; hours without any are 0. */
export function hourly(minutes: readonly Minute[]): readonly number[] {
  const slots = new Map<number, number>();
  for (const { minute, accepted } of minutes) {
    const slot = Math.floor(Date.parse(minute) / hour);
    slots.set(slot, (slots.get(slot) ?? 0) + accepted);
  }
  const found = [...slots.keys()];
  if (found.length === 0) return [];
  const first = Math.min(...found);
  const length = Math.max(...found) - first + 1;
  return Array.from({ length }, (_, index) => slots.get(first + index) ?? 0);
}

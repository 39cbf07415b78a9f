/** How much is measured: `small` takes seconds and shows that it works, `full` is the figure to quote. */
export type BenchSize = 'small' | 'full';

/** A figure over the rounds of one run. */
export interface Figure {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

export interface Measured {
  readonly figures: Readonly<Record<string, Figure>>;
  /** The same work done the plainest way, measured in the same run; null where there is none. */
  readonly baseline: { readonly what: string; readonly figure: Figure } | null;
  /** Ours against the baseline; what is divided by what is said in `hold`. */
  readonly ratio: number | null;
  /** What is to hold, as a sentence, and whether it does. */
  readonly hold: string;
  readonly holds: boolean;
}

/** One named measurement; one command runs it: `npm run bench -- <name>`. */
export interface Workload {
  readonly name: string;
  readonly about: string;
  run(size: BenchSize): Promise<Measured>;
}

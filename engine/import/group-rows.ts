import type { Row } from './row.ts';

/**
 * Which document numbers stand in more than one place of the files: hash of the number → how many runs of rows it has.
 * Two numbers may share a hash; both are then held until the last run of either, which costs memory and nothing else.
 */
export type SplitNumbers = ReadonlyMap<number, number>;

/** The first pass over an order file: eight bytes a run, whatever the length of the file. */
export function createRunIndex(): { see(number: string): void; end(): SplitNumbers } {
  let runs = new Float64Array(1024);
  let length = 0;
  let last: string | undefined;
  return {
    see(number) {
      if (number === last) return;
      last = number;
      if (length === runs.length) {
        const larger = new Float64Array(length * 2);
        larger.set(runs);
        runs = larger;
      }
      runs[length] = hash53(number);
      length += 1;
    },
    end() {
      const sorted = runs.subarray(0, length).sort();
      const split = new Map<number, number>();
      for (let from = 0; from < length; ) {
        let to = from + 1;
        while (to < length && sorted[to] === sorted[from]) to += 1;
        if (to - from > 1) split.set(sorted[from] as number, to - from);
        from = to;
      }
      return split;
    },
  };
}

export type RowsOfDocument = readonly [Row, ...Row[]];

/** More rows are not held open at once: the file is sorted by something else than its numbers. */
const mostHeldRows = 500_000;

export class TooManyOpenDocuments extends Error {
  constructor() {
    super(
      `more than ${mostHeldRows} rows wait for further rows of their number; sort the file by number`,
    );
    this.name = 'TooManyOpenDocuments';
  }
}

/**
 * The second pass: hands out the rows of each document once its last row was seen, in an order that only depends on the
 * files. Throws `TooManyOpenDocuments`.
 */
export function createGrouper(split: SplitNumbers): {
  push(number: string, row: Row): readonly RowsOfDocument[];
  end(): readonly RowsOfDocument[];
} {
  const runsLeft = new Map(split);
  const held = new Map<number, Map<string, Row[]>>();
  let heldRows = 0;
  let current: { number: string; rows: Row[] } | undefined;

  function close(): readonly RowsOfDocument[] {
    if (!current) return [];
    const { number, rows } = current;
    if (runsLeft.size === 0) return [rows as unknown as RowsOfDocument];
    const hash = hash53(number);
    const left = runsLeft.get(hash);
    if (left === undefined) return [rows as unknown as RowsOfDocument];
    const sharing = held.get(hash) ?? new Map<string, Row[]>();
    sharing.set(number, [...(sharing.get(number) ?? []), ...rows]);
    heldRows += rows.length;
    if (heldRows > mostHeldRows) throw new TooManyOpenDocuments();
    if (left > 1) {
      held.set(hash, sharing);
      runsLeft.set(hash, left - 1);
      return [];
    }
    held.delete(hash);
    runsLeft.delete(hash);
    const whole = [...sharing.values()];
    heldRows -= whole.reduce((sum, { length }) => sum + length, 0);
    return whole as unknown as RowsOfDocument[];
  }

  return {
    push(number, row) {
      if (current?.number === number) {
        current.rows.push(row);
        return [];
      }
      const finished = close();
      current = { number, rows: [row] };
      return finished;
    },
    end() {
      const finished = close();
      current = undefined;
      return finished;
    },
  };
}

/** A 53-bit hash of a text (cyrb53, public domain). */
function hash53(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

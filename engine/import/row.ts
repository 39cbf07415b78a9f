import type { Message, RowProblemCode } from '@siyu/contract/collect';

/** One row of a file: `row` is its line in the file (the header being 1), `cells` stand in the order of the columns. */
export interface Row {
  readonly file: number;
  readonly row: number;
  readonly cells: readonly string[];
}

/** Why a row was not taken. `value` is the cell that could not be used. */
export interface RowFault {
  readonly file: number;
  readonly row: number;
  readonly column: string | null;
  readonly code: RowProblemCode;
  readonly value: string;
}

/** What became of a row, or of the rows of one document. */
export type Outcome = { readonly message: Message } | { readonly faults: readonly RowFault[] };

/** What a mapper knows beside the rows. */
export interface ImportContext {
  /** The same for the same content and mapping, so that a second run makes the same message ids. */
  readonly importKey: string;
  readonly importId: number;
  /** When the import was started, ISO 8601: the time of rows that state none and of stated consents. */
  readonly startedAt: string;
}

/** A cell that cannot be read; turned into a `RowFault` by the mapper that knows row and column. */
export class CellFault extends Error {
  readonly code: RowProblemCode;
  readonly value: string;
  readonly column: string | null;
  constructor(code: RowProblemCode, value: string, column: string | null) {
    super(code);
    this.code = code;
    this.value = value;
    this.column = column;
  }
}

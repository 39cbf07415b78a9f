import { type Static, Type } from 'typebox';
import {
  ColumnUse,
  FileFormat,
  ImportKindSchema,
  ImportMapping,
  valueTypes,
} from './import-mapping.ts';

/** A file that lies on the server, ready to be imported. */
export const ImportFile = Type.Object({
  /** `ifl_…` */
  id: Type.String(),
  name: Type.String(),
  bytes: Type.Integer(),
  /** SHA-256 in hex; the same content again is the same messages. */
  sha256: Type.String(),
  /** As found in its first part; may be overruled. */
  format: FileFormat,
  uploadedAt: Type.String(),
  /** Set when the content has been deleted from the server. */
  deletedAt: Type.Union([Type.String(), Type.Null()]),
});
export type ImportFile = Static<typeof ImportFile>;

/** What a column seems to hold, judged by the rows of the preview. */
export const ColumnGuess = Type.Object({
  column: Type.String(),
  type: Type.Unsafe<(typeof valueTypes)[number]>(Type.String({ enum: [...valueTypes] })),
  /** Share of rows with a value, basis points. */
  filled: Type.Integer(),
  /** Up to three different values, as they stand in the file. */
  samples: Type.Array(Type.String()),
  /** What the header and the values suggest; null = leave it out. */
  suggestion: Type.Union([ColumnUse, Type.Null()]),
});
export type ColumnGuess = Static<typeof ColumnGuess>;

export const FilePreview = Type.Object({
  format: FileFormat,
  kind: ImportKindSchema,
  columns: Type.Array(ColumnGuess),
  /** The first 50 rows, cell by cell in the order of `columns`. */
  rows: Type.Array(Type.Array(Type.String())),
  /** The mapping that the suggestions make up, with zone and currency of the caller's organisation. */
  mapping: ImportMapping,
  /** Ready-made and own templates whose columns are all there, best first. */
  templates: Type.Array(Type.String()),
});
export type FilePreview = Static<typeof FilePreview>;

/** Why a row (or document) was not taken. */
export const RowProblem = Type.Object({
  /** Position in the import; 0-based. */
  file: Type.Integer(),
  /** Line of the first affected row in the file, the header being 1. */
  row: Type.Integer(),
  column: Type.Union([Type.String(), Type.Null()]),
  /** A key of `rowProblems`. */
  code: Type.String(),
  /** The value that could not be used, shortened to 100 characters. */
  value: Type.String(),
});
export type RowProblem = Static<typeof RowProblem>;

/** What the first rows would become under a mapping, before anything is imported. */
export const ImportTrial = Type.Object({
  rows: Type.Integer(),
  people: Type.Integer(),
  orders: Type.Integer(),
  refunds: Type.Integer(),
  adjustments: Type.Integer(),
  events: Type.Integer(),
  problems: Type.Array(RowProblem),
  /** Up to ten results as they would enter the log, identifiers masked. */
  samples: Type.Array(Type.Unknown()),
});
export type ImportTrial = Static<typeof ImportTrial>;

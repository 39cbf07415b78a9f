import { type Static, Type } from 'typebox';
import { FileFormat, ImportKindSchema, ImportMapping } from './import-mapping.ts';

export const importStates = ['waiting', 'running', 'done', 'failed', 'stopped'] as const;
export type ImportState = (typeof importStates)[number];

/** What an import has done so far; all figures only grow. */
export const ImportCounts = Type.Object({
  rows: Type.Integer({ description: 'Rows read, header not counted' }),
  errors: Type.Integer({ description: 'Rows refused, each with its reason in the error file' }),
  people: Type.Integer({ description: 'People rows accepted' }),
  orders: Type.Integer(),
  refunds: Type.Integer(),
  adjustments: Type.Integer(),
  events: Type.Integer(),
  consents: Type.Integer(),
});
export type ImportCounts = Static<typeof ImportCounts>;

/** A file as one import reads it. */
export const ImportPart = Type.Object({
  file: Type.String({ description: 'ifl_…' }),
  name: Type.String(),
  bytes: Type.Integer(),
  format: FileFormat,
});

export const Import = Type.Object({
  /** `imp_…` */
  id: Type.String(),
  name: Type.String(),
  kind: ImportKindSchema,
  /** `src_…` */
  source: Type.String(),
  sourceName: Type.String(),
  state: Type.Unsafe<ImportState>(Type.String({ enum: [...importStates] })),
  /** Why it failed or stopped, as a sentence. */
  message: Type.Union([Type.String(), Type.Null()]),
  /** Bytes read of all bytes (as stored, compressed or not), basis points. */
  progress: Type.Integer({ minimum: 0, maximum: 10_000 }),
  counts: ImportCounts,
  /** True once everything accepted has gone through the pipeline and can be queried. */
  settled: Type.Boolean(),
  createdBy: Type.String(),
  createdAt: Type.String(),
  startedAt: Type.Union([Type.String(), Type.Null()]),
  finishedAt: Type.Union([Type.String(), Type.Null()]),
});
export type Import = Static<typeof Import>;

export const ImportDetail = Type.Object({
  ...Import.properties,
  files: Type.Array(ImportPart),
  mapping: ImportMapping,
});
export type ImportDetail = Static<typeof ImportDetail>;

/** A mapping under a name. Ready-made ones cannot be changed. */
export const ImportTemplate = Type.Object({
  /** `imt_…`, or the plain name of a ready-made one, e.g. `online_retail`. */
  id: Type.String(),
  nameZh: Type.String(),
  nameEn: Type.String(),
  ready: Type.Boolean(),
  mapping: ImportMapping,
});
export type ImportTemplate = Static<typeof ImportTemplate>;

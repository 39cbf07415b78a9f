import type { FileFormat, ImportCounts, ImportMapping, ImportState } from '@siyu/contract/collect';

export interface FileRow {
  readonly import_file_id: number;
  readonly public_id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly path: string;
  readonly format: FileFormat;
  readonly uploaded_by: string;
  readonly uploaded_at: Date;
  readonly deleted_at: Date | null;
}

export interface ImportRow {
  readonly import_id: number;
  readonly public_id: string;
  readonly name: string;
  readonly kind: ImportMapping['kind'];
  readonly source_id: number;
  readonly mapping: ImportMapping;
  readonly import_key: string;
  readonly state: ImportState;
  readonly message: string | null;
  readonly created_by: string;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly total_rows: number | null;
  readonly units: number;
  readonly counts: ImportCounts;
  readonly error_bytes: number;
  readonly last_offset: number;
}

/** A file as one import reads it. */
export interface PartRow {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  readonly path: string;
  readonly sha256: Buffer;
  readonly deleted_at: Date | null;
  readonly format: FileFormat;
}

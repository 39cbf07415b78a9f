import type { FileFormat, FilePreview, ImportKind } from '@siyu/contract/collect';
import {
  bindMapping,
  guessColumns,
  guessKind,
  readyTemplates,
  suggestMapping,
} from '@siyu/engine/import';
import type { Platform } from '../../../platform/platform.ts';
import { readSample } from './read-sample.ts';
import { ownTemplates } from './store/own-templates.ts';
import type { FileRow } from './tables.ts';

const previewRows = 50;
const shownCell = 500;

/** What the wizard shows of a file: its first rows, what the columns seem to hold, and the mapping that suggests itself. */
export async function previewFile(
  platform: Platform,
  file: FileRow,
  place: { readonly timezone: string; readonly currency: string },
  asked: { readonly kind?: ImportKind | undefined; readonly format?: FileFormat | undefined },
): Promise<FilePreview> {
  const format = asked.format ?? file.format;
  const { columns, rows } = await readSample(file, format, previewRows);
  const cells = rows.flatMap((row) => ('cells' in row ? [row.cells] : []));
  const kind = asked.kind ?? guessKind(columns);
  const guesses = guessColumns(kind, columns, cells);
  return {
    format,
    kind,
    columns: guesses,
    rows: cells.map((row) => columns.map((_column, at) => (row[at] ?? '').slice(0, shownCell))),
    mapping: suggestMapping(kind, guesses, place),
    templates: await fittingTemplates(platform, kind, columns),
  };
}

/** Templates of the kind whose columns are all there, those that use most of them first. */
async function fittingTemplates(
  platform: Platform,
  kind: ImportKind,
  columns: readonly string[],
): Promise<string[]> {
  const own = await ownTemplates(platform.postgres.db<unknown>());
  return [...own.map(({ public_id, mapping }) => ({ id: public_id, mapping })), ...readyTemplates]
    .filter(({ mapping }) => mapping.kind === kind && !('missing' in bindMapping(mapping, columns)))
    .sort((a, b) => b.mapping.columns.length - a.mapping.columns.length)
    .map(({ id }) => id);
}

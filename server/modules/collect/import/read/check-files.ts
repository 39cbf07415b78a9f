import type { ImportMapping } from '@siyu/contract/collect';
import {
  bindMapping,
  createRunIndex,
  fieldOf,
  type Plan,
  type SplitNumbers,
} from '@siyu/engine/import';
import type { PartRow } from '../tables.ts';
import { ImportFault } from './import-fault.ts';
import { openRows } from './read-rows.ts';

export interface CheckedFiles {
  readonly totalRows: number;
  /** Orders: numbers whose rows stand in more than one place. */
  readonly split: SplitNumbers;
}

/**
 * The first pass over the files: all of them can be read to the end and have the columns of the mapping, before a single
 * row is taken. Throws `ImportFault` naming the file. `isStopped` is asked now and then.
 */
export async function checkFiles(
  parts: readonly PartRow[],
  mapping: ImportMapping,
  isStopped: () => boolean = () => false,
): Promise<CheckedFiles> {
  const runs = createRunIndex();
  let totalRows = 0;
  for (const [index, part] of parts.entries()) {
    try {
      const { plan, rows } = await openBound(part, mapping, index);
      for await (const batch of rows) {
        totalRows += batch.length;
        if (isStopped()) break;
        if (mapping.kind !== 'orders') continue;
        for (const row of batch) if ('cells' in row) runs.see(fieldOf(plan, 'order.number', row));
      }
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      throw new ImportFault(`${part.name}: ${error.message}`, `${part.name}：${error.zh}`);
    }
  }
  return { totalRows, split: runs.end() };
}

/** Opens a file of an import with the mapping bound to its columns. Throws `ImportFault`. */
export async function openBound(
  part: Pick<PartRow, 'path' | 'format'>,
  mapping: ImportMapping,
  index: number,
): Promise<{
  readonly plan: Plan;
  readonly rows: Awaited<ReturnType<typeof openRows>>['rows'];
  readonly columns: readonly string[];
}> {
  const wanted = mapping.columns.map(({ column }) => column);
  const { columns, rows } = await openRows(part.path, part.format, index, wanted);
  const plan = bindMapping(mapping, columns);
  if ('missing' in plan) {
    const names = plan.missing.map((name) => `“${name}”`).join(', ');
    throw new ImportFault(`it has no column ${names}`, `缺少列 ${names}`);
  }
  return { plan, rows, columns };
}

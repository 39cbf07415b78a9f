import type { ImportMapping, Message } from '@siyu/contract/collect';
import {
  createDocumentMapper,
  createEventMapper,
  createGrouper,
  createPeopleMapper,
  fieldOf,
  type ImportContext,
  type Outcome,
  type Plan,
  type Row,
  type RowFault,
  type RowsOfDocument,
  type SplitNumbers,
} from '@siyu/engine/import';
import { openBound } from './read/check-files.ts';
import type { PartRow } from './tables.ts';

/** What is taken or refused as a whole: one row, or all rows of one document. */
export interface Unit {
  readonly rows: readonly Row[];
  /** Not called for units that a run before has done. */
  outcome(): Outcome;
}

/**
 * The units of an import, in batches and in an order that only depends on its files, so that a resumed run can pass over those that are
 * done. `split` comes from the first pass.
 */
export async function* unitsOf(
  parts: readonly PartRow[],
  mapping: ImportMapping,
  context: ImportContext,
  split: SplitNumbers,
): AsyncGenerator<readonly Unit[]> {
  const grouper = createGrouper(split);
  let shape: Shape | undefined;
  const documents = (groups: readonly RowsOfDocument[], { mapDocument }: Shape): Unit[] =>
    groups.map((rows) => ({ rows, outcome: () => mapDocument(rows) }));

  const add = (units: Unit[], of: Shape, row: Row): void => {
    if (mapping.kind !== 'orders') {
      units.push({ rows: [row], outcome: () => of.mapRow(row) });
      return;
    }
    const number = fieldOf(of.plan, 'order.number', row);
    if (number === '') units.push(unnumbered(row, of.plan));
    else units.push(...documents(grouper.push(number, row), of));
  };

  for (const [index, part] of parts.entries()) {
    const { plan, rows, columns } = await openBound(part, mapping, index);
    shape ??= shapeOf(plan, columns, context);
    const arrange = arranger(columns, shape.columns);
    for await (const batch of rows) {
      const units: Unit[] = [];
      for (const read of batch) {
        if ('code' in read) units.push(refused(read));
        else add(units, shape, arrange(read));
      }
      yield units;
    }
  }
  if (shape) yield documents(grouper.end(), shape);
}

/** The first file's columns, in whose order the cells of all files are read: a document may go on in the next file. */
interface Shape {
  readonly columns: readonly string[];
  readonly plan: Plan;
  readonly mapRow: (row: Row) => Outcome;
  readonly mapDocument: (rows: RowsOfDocument) => Outcome;
}

function shapeOf(plan: Plan, columns: readonly string[], context: ImportContext): Shape {
  return {
    columns,
    plan,
    mapRow: rowMapper(plan, context),
    mapDocument: createDocumentMapper(plan, context),
  };
}

function arranger(columns: readonly string[], wanted: readonly string[]): (row: Row) => Row {
  if (columns.join('\0') === wanted.join('\0')) return (row) => row;
  const places = wanted.map((column) => columns.indexOf(column));
  return (row) => ({ ...row, cells: places.map((place) => row.cells[place] ?? '') });
}

function rowMapper(plan: Plan, context: ImportContext): (row: Row) => Outcome {
  return plan.mapping.kind === 'people'
    ? createPeopleMapper(plan, context)
    : createEventMapper(plan, context);
}

const refused = (fault: RowFault): Unit => ({
  rows: [{ file: fault.file, row: fault.row, cells: [fault.value] }],
  outcome: () => ({ faults: [fault] }),
});

function unnumbered(row: Row, plan: Plan): Unit {
  const { file, row: line } = row;
  const column = plan.fields.get('order.number')?.column ?? null;
  return {
    rows: [row],
    outcome: () => ({ faults: [{ file, row: line, column, code: 'value_missing', value: '' }] }),
  };
}

/** What a message adds to the counts of an import. */
export function kindOfMessage(
  message: Message,
): 'people' | 'events' | 'orders' | 'refunds' | 'adjustments' {
  if (message.type === 'identify') return 'people';
  if (message.type === 'track') return 'events';
  const { kind } = message.document as { kind: string };
  return kind === 'order' ? 'orders' : kind === 'refund' ? 'refunds' : 'adjustments';
}

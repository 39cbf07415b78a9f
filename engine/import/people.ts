import type { ConsentAct, Message } from '@siyu/contract/collect';
import { identifiersOf } from './identifiers.ts';
import { cellOf, fieldOf, type Plan, timeOf } from './plan.ts';
import { booleanOf, readValue } from './read-value.ts';
import { CellFault, type ImportContext, type Outcome, type Row } from './row.ts';

/** Makes the mapper of people: each row becomes one `identify` message, or says why not. */
export function createPeopleMapper(plan: Plan, context: ImportContext): (row: Row) => Outcome {
  return (row) =>
    outcome(row, () => {
      const identifiers = identifiersOf(plan, [row]);
      const at = timeOf(plan, 'time', row);
      const time = at === null ? context.startedAt : new Date(at).toISOString();
      const traits = valuesOf(plan.traits, row);
      const consents = consentsOf(plan, row, context, time);
      const org = fieldOf(plan, 'org', row);
      return {
        ...shell(row, context),
        type: 'identify',
        time,
        identifiers,
        ...(Object.keys(traits).length > 0 ? { traits } : {}),
        ...(consents.length > 0 ? { consents } : {}),
        ...(org === '' ? {} : { org }),
      };
    });
}

/** The parts of a message by which the import and the row are found again. */
export const shell = (row: Row, context: ImportContext): Pick<Message, 'messageId' | 'origin'> => ({
  messageId: `imp-${context.importKey}-${row.file}-${row.row}`,
  origin: { importId: context.importId, row: row.row },
});

/** Runs a mapper over a row and turns what it throws about a cell into a fault of that row. */
export function outcome(row: Row, map: () => Message): Outcome {
  try {
    return { message: map() };
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    const { code, column, value } = error;
    return { faults: [{ file: row.file, row: row.row, column, code, value }] };
  }
}

/** Traits or properties of a row; empty cells state nothing. */
export function valuesOf(uses: Plan['traits'], row: Row): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const use of uses) {
    const cell = cellOf(use, row);
    if (cell !== '')
      values[use.name] = readValue(cell, use.use.type ?? 'text', use.time, use.column);
  }
  return values;
}

function consentsOf(plan: Plan, row: Row, context: ImportContext, time: string): ConsentAct[] {
  const evidence = { import: context.importId, file: row.file, row: row.row };
  const acts: ConsentAct[] = (plan.mapping.consents ?? []).map(
    ({ purpose, channel, evidence: text }) => ({
      purpose,
      channel,
      state: 'granted',
      at: context.startedAt,
      evidence: { ...evidence, text },
    }),
  );
  for (const { purpose, channel, column, ...use } of plan.consents) {
    const cell = cellOf({ column, ...use }, row);
    if (cell === '') continue;
    const state = consentState(cell);
    if (state === null) throw new CellFault('consent_unknown', cell, column);
    acts.push({
      purpose,
      channel,
      state,
      at: time,
      evidence: { ...evidence, column, value: cell },
    });
  }
  return acts;
}

function consentState(cell: string): ConsentAct['state'] | null {
  if (cell === 'granted' || cell === 'withdrawn') return cell;
  const said = booleanOf(cell);
  return said === null ? null : said ? 'granted' : 'withdrawn';
}

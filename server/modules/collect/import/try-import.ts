import type { FileFormat, ImportMapping, ImportTrial, Message } from '@siyu/contract/collect';
import {
  bindMapping,
  createDocumentMapper,
  createEventMapper,
  createPeopleMapper,
  fieldOf,
  mappingFault,
  type Outcome,
  type Plan,
  type Row,
  type RowFault,
} from '@siyu/engine/import';
import { isPersonalName, mask } from '@siyu/engine/privacy';
import { problem } from '../../../platform/http/index.ts';
import { readSample } from './read-sample.ts';
import type { FileRow } from './tables.ts';
import { kindOfMessage } from './units.ts';

const trialRows = 1000;
const shownProblems = 100;
const shownSamples = 10;

/**
 * What the first rows of a file would become; nothing is written. The last document may be cut by the end of the sample.
 * Throws `collect.import_mapping_invalid` and what `readSample` throws.
 */
export async function tryImport(
  file: FileRow,
  format: FileFormat,
  mapping: ImportMapping,
  startedAt: Date,
): Promise<ImportTrial> {
  const reason = mappingFault(mapping);
  if (reason) throw problem('collect.import_mapping_invalid', { reason });
  const wanted = mapping.columns.map(({ column }) => column);
  const { columns, rows } = await readSample(file, format, trialRows, wanted);
  const plan = bindMapping(mapping, columns);
  if ('missing' in plan) {
    const names = plan.missing.map((name) => `“${name}”`).join(', ');
    throw problem('collect.import_mapping_invalid', {
      reason: { en: `the file has no column ${names}`, zh: `文件缺少列 ${names}` },
    });
  }
  const context = { importKey: 'trial', importId: 0, startedAt: startedAt.toISOString() };
  const faults: RowFault[] = rows.filter((row) => 'code' in row);
  const counts = { people: 0, orders: 0, refunds: 0, adjustments: 0, events: 0 };
  const samples: unknown[] = [];
  for (const outcome of outcomesOf(
    plan,
    rows.filter((row) => 'cells' in row),
    context,
  )) {
    if ('faults' in outcome) faults.push(...outcome.faults);
    else {
      counts[kindOfMessage(outcome.message)] += 1;
      if (samples.length < shownSamples) samples.push(masked(outcome.message));
    }
  }
  return {
    rows: rows.length,
    ...counts,
    problems: faults
      .sort((a, b) => a.row - b.row)
      .slice(0, shownProblems)
      .map((fault) => ({ ...fault, value: fault.value.slice(0, 100) })),
    samples,
  };
}

function outcomesOf(
  plan: Plan,
  rows: readonly Row[],
  context: Parameters<typeof createPeopleMapper>[1],
): Outcome[] {
  if (plan.mapping.kind === 'people') return rows.map(createPeopleMapper(plan, context));
  if (plan.mapping.kind === 'events') return rows.map(createEventMapper(plan, context));
  const column = plan.fields.get('order.number')?.column ?? null;
  const map = createDocumentMapper(plan, context);
  return [...Map.groupBy(rows, (row) => fieldOf(plan, 'order.number', row))].flatMap(
    ([number, group]) =>
      number === ''
        ? group.map(
            ({ file, row }): Outcome => ({
              faults: [{ file, row, column, code: 'value_missing', value: '' }],
            }),
          )
        : [map(group as unknown as [Row, ...Row[]])],
  );
}

/** Identifiers as somebody without the right to see them sees them; personal traits likewise. */
function masked(message: Message): unknown {
  const hide = ({ kind, value }: Message['identifiers'][number]) => ({
    kind,
    value: mask(kind, value),
  });
  const document = message.document as { buyer?: Message['identifiers'] } | undefined;
  const { traits } = message;
  return {
    ...message,
    identifiers: message.identifiers.map(hide),
    ...(document ? { document: { ...document, buyer: document.buyer?.map(hide) } } : {}),
    ...(traits ? { traits: Object.fromEntries(Object.entries(traits).map(hideTrait)) } : {}),
  };
}

const hideTrait = ([name, value]: [string, unknown]): [string, unknown] => [
  name,
  isPersonalName(name) ? mask(name, String(value)) : value,
];

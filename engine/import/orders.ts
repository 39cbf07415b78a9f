import type { Message } from '@siyu/contract/collect';
import {
  type Adjustment,
  type MoneyDocument,
  type Order,
  type OrderStatus,
  orderStatuses,
  type Refund,
} from '@siyu/contract/commerce';
import { currencyDigits, minorOf } from '../commerce/index.ts';
import { type DocumentKind, documentKindOf } from './document-kind.ts';
import { identifiersOf } from './identifiers.ts';
import { linesOf, type ReadLine, sumOfLines } from './order-lines.ts';
import { outcome, shell, valuesOf } from './people.ts';
import { fieldOf, type Plan, timeOf } from './plan.ts';
import { decimalText } from './read-number.ts';
import { CellFault, type ImportContext, type Outcome, type Row } from './row.ts';

/** The most rows that one document may have; the contract allows as many lines. */
const longestDocument = 10_000;

/**
 * Makes the mapper of order files: all rows of one number become one `document` message — an order, a refund or an
 * adjustment — or say why not. Header fields are taken from the first row that fills them; rows that contradict each other
 * in buyer or currency are refused together, because half a document would be a wrong document.
 */
export function createDocumentMapper(
  plan: Plan,
  context: ImportContext,
): (rows: readonly [Row, ...Row[]]) => Outcome {
  return (rows) => {
    const result = outcome(rows[0], () => documentMessage(plan, context, rows));
    if ('message' in result) return result;
    const [fault] = result.faults;
    return fault ? { faults: rows.map(({ file, row }) => ({ ...fault, file, row })) } : result;
  };
}

function documentMessage(
  plan: Plan,
  context: ImportContext,
  rows: readonly [Row, ...Row[]],
): Message {
  if (rows.length > longestDocument) {
    throw new CellFault(
      'document_too_long',
      String(longestDocument),
      columnOf(plan, 'order.number'),
    );
  }
  const header = headerOf(plan, rows);
  const lines = linesOf(plan, rows, currencyDigits(header.currency));
  const kind = documentKindOf(header.number, lines, plan.mapping.documents);
  const identifiers = identifiersOf(plan, rows, true);
  const document = { ...documentOf(kind, header, lines), buyer: [...identifiers] } as MoneyDocument;
  const traits = traitsOf(plan, rows);
  return {
    ...shell(rows[0], context),
    type: 'document',
    time: header.at,
    identifiers,
    document,
    ...(identifiers.length > 0 && Object.keys(traits).length > 0 ? { traits } : {}),
    ...(header.store === '' ? {} : { org: header.store }),
  };
}

const columnOf = (plan: Plan, field: string): string | null =>
  plan.fields.get(field)?.column ?? null;

interface Header {
  readonly number: string;
  readonly at: string;
  readonly currency: string;
  readonly status: OrderStatus;
  readonly store: string;
  readonly common: Partial<Pick<Order, 'channel' | 'store' | 'changedAt'>>;
  readonly times: Partial<Pick<Order, 'paidAt' | 'completedAt' | 'cancelledAt'>>;
  readonly total: number | null;
  readonly discount: number | null;
  readonly freight: number | null;
  readonly originalNumber: string;
  readonly reason: string;
}

function headerOf(plan: Plan, rows: readonly [Row, ...Row[]]): Header {
  const first = (field: string): string => {
    if (!plan.fields.has(field)) return '';
    for (const row of rows) {
      const cell = fieldOf(plan, field, row);
      if (cell !== '') return cell;
    }
    return '';
  };
  const firstTime = (field: string): string | null => {
    if (!plan.fields.has(field)) return null;
    for (const row of rows) {
      const at = timeOf(plan, field, row);
      if (at !== null) return new Date(at).toISOString();
    }
    return null;
  };
  const currency = currencyOf(plan, rows);
  const money = (field: string): number | null => {
    const cell = first(field);
    if (cell === '') return null;
    const decimal = decimalText(cell);
    const minor = decimal === null ? null : minorOf(decimal, currencyDigits(currency));
    if (minor === null) throw new CellFault('amount_invalid', cell, columnOf(plan, field));
    return minor;
  };
  const at = firstTime('order.time');
  if (at === null) throw new CellFault('value_missing', '', columnOf(plan, 'order.time'));
  const store = first('order.store');
  return {
    number: first('order.number'),
    at,
    currency,
    status: statusOf(plan, first('order.status')),
    store,
    common: {
      ...given('channel', first('order.channel')),
      ...given('store', store),
      ...given('changedAt', firstTime('order.changed_time')),
    },
    times: {
      ...given('paidAt', firstTime('order.paid_time')),
      ...given('completedAt', firstTime('order.completed_time')),
      ...given('cancelledAt', firstTime('order.cancelled_time')),
    },
    total: money('order.total'),
    discount: money('order.discount'),
    freight: money('order.freight'),
    originalNumber: first('order.original_number'),
    reason: first('order.reason'),
  };
}

/** `{ [key]: value }`, or nothing for an empty value. */
const given = <Key extends string, Value extends string | number>(
  key: Key,
  value: Value | null,
): { [K in Key]?: Value } =>
  value === null || value === '' ? {} : ({ [key]: value } as { [K in Key]?: Value });

function currencyOf(plan: Plan, rows: readonly Row[]): string {
  const column = columnOf(plan, 'order.currency');
  let currency = '';
  if (column !== null) {
    for (const row of rows) {
      const cell = fieldOf(plan, 'order.currency', row).toUpperCase();
      if (cell === '' || cell === currency) continue;
      if (!/^[A-Z]{3}$/.test(cell)) throw new CellFault('currency_invalid', cell, column);
      if (currency !== '') throw new CellFault('document_conflict', cell, column);
      currency = cell;
    }
  }
  const chosen = currency || (plan.mapping.currency ?? '');
  if (chosen === '') throw new CellFault('value_missing', '', column);
  return chosen;
}

function statusOf(plan: Plan, cell: string): OrderStatus {
  if (cell === '') return 'completed';
  const status = orderStatuses.find((candidate) => candidate === cell.toLowerCase());
  if (!status) throw new CellFault('status_unknown', cell, columnOf(plan, 'order.status'));
  return status;
}

function documentOf(
  kind: DocumentKind,
  header: Header,
  lines: readonly ReadLine[],
): Omit<Order, 'buyer'> | Omit<Refund, 'buyer'> | Omit<Adjustment, 'buyer'> {
  const { number, at, currency, common } = header;
  if (kind === 'order') {
    return {
      kind,
      number,
      currency,
      status: header.status,
      placedAt: at,
      ...common,
      ...header.times,
      lines: [...lines],
      ...given('discount', header.discount === null ? null : Math.abs(header.discount)),
      ...given('freight', header.freight === null ? null : Math.abs(header.freight)),
      ...given('total', header.total),
    };
  }
  const related = { ...common, ...given('orderNumber', header.originalNumber) };
  if (kind === 'adjustment') {
    const reason = header.reason || lines[0]?.name || 'adjustment';
    const amount = header.total ?? sumOfLines(lines, currencyDigits(currency));
    return { kind, number, currency, adjustedAt: at, ...related, amount, reason };
  }
  return {
    kind,
    number,
    currency,
    refundedAt: at,
    ...related,
    lines: lines.map(turnAround(lines)),
    ...given('amount', header.total === null ? null : Math.abs(header.total)),
    ...given('reason', header.reason),
  };
}

/** Shops write what came back as negative lines or as positive ones; in the model it is positive. */
function turnAround(lines: readonly ReadLine[]): (line: ReadLine) => ReadLine {
  const isNegative = lines.some(({ quantity, amount }) => quantity < 0 || (amount ?? 0) < 0);
  if (!isNegative) return (line) => line;
  return (line) => ({
    ...line,
    quantity: line.quantity === 0 ? 0 : -line.quantity,
    ...(line.amount === undefined ? {} : { amount: line.amount === 0 ? 0 : -line.amount }),
  });
}

function traitsOf(plan: Plan, rows: readonly Row[]): Record<string, unknown> {
  if (plan.traits.length === 0) return {};
  const traits: Record<string, unknown> = {};
  for (const row of rows) {
    for (const [name, value] of Object.entries(valuesOf(plan.traits, row))) {
      traits[name] ??= value;
    }
    if (Object.keys(traits).length === plan.traits.length) break;
  }
  return traits;
}

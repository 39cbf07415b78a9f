import type { Line, MoneyDocument } from '@siyu/contract/commerce';
import { currencyDigits } from './currency-digits.ts';
import { timesPrice } from './decimal.ts';
import type { SettledDocument, SettledLine } from './settled.ts';

/** A document whose amounts cannot be held exactly in minor units; `path` points at the part. */
export class InexactAmount extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`the amount at ${path} is beyond 2^53 minor units`);
    this.name = 'InexactAmount';
    this.path = path;
  }
}

/**
 * Settles every amount of a document: a line is quantity × unit price, rounded half away from zero to minor units, less
 * its discount; a document is the sum of its lines − discount + freight. What the source states counts instead.
 * Refunds turn negative. Throws `InexactAmount`.
 */
export function settle(document: MoneyDocument): SettledDocument {
  switch (document.kind) {
    case 'order': {
      const lines = settleLines(document.lines, currencyDigits(document.currency), 1);
      const total = sum(lines) - (document.discount ?? 0) + (document.freight ?? 0);
      return {
        ...emptyTimes,
        kind: 'order',
        number: document.number,
        orderNumber: null,
        currency: document.currency,
        status: document.status,
        at: Date.parse(document.placedAt),
        paidAt: millis(document.paidAt),
        completedAt: millis(document.completedAt),
        cancelledAt: millis(document.cancelledAt),
        changedAt: millis(document.changedAt),
        amount: safe(document.total ?? total, '/total'),
        lines,
        reason: null,
      };
    }
    case 'refund': {
      const lines = settleLines(document.lines, currencyDigits(document.currency), -1);
      const amount = document.amount === undefined ? sum(lines) : -document.amount;
      return {
        ...emptyTimes,
        kind: 'refund',
        number: document.number,
        orderNumber: document.orderNumber ?? null,
        currency: document.currency,
        status: '',
        at: Date.parse(document.refundedAt),
        changedAt: millis(document.changedAt),
        amount: safe(amount, '/amount'),
        lines,
        reason: document.reason ?? null,
      };
    }
    case 'adjustment':
      return {
        ...emptyTimes,
        kind: 'adjustment',
        number: document.number,
        orderNumber: document.orderNumber ?? null,
        currency: document.currency,
        status: '',
        at: Date.parse(document.adjustedAt),
        changedAt: millis(document.changedAt),
        amount: document.amount,
        lines: [],
        reason: document.reason,
      };
  }
}

const emptyTimes = { paidAt: null, completedAt: null, cancelledAt: null };

const millis = (instant: string | undefined): number | null =>
  instant === undefined ? null : Date.parse(instant);

/** −0 would survive into JSON comparisons as something else than 0. */
const plain = (value: number): number => (value === 0 ? 0 : value);

function safe(amount: number, path: string): number {
  if (!Number.isSafeInteger(amount)) throw new InexactAmount(path);
  return plain(amount);
}

const sum = (lines: readonly SettledLine[]): number =>
  lines.reduce((total, line) => total + line.amount, 0);

function settleLines(lines: readonly Line[], digits: number, sign: 1 | -1): SettledLine[] {
  return lines.map((line, index) => {
    const amount = line.amount ?? lineAmount(line, digits);
    if (amount === null) throw new InexactAmount(`/lines/${index}`);
    return {
      sku: line.sku,
      name: line.name ?? '',
      category: line.category ?? '',
      quantity: plain(sign * line.quantity),
      unitPrice: line.unitPrice,
      amount: safe(sign * amount, `/lines/${index}`),
    };
  });
}

/** A discount lowers what is paid and what is given back alike, so it works against the sign of the quantity. */
function lineAmount(line: Line, digits: number): number | null {
  const full = timesPrice(line.quantity, line.unitPrice, digits);
  if (full === null || line.discount === undefined) return full;
  return full < 0 ? full + line.discount : full - line.discount;
}

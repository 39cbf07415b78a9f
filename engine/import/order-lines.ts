import type { Line } from '@siyu/contract/commerce';
import { minorOf, timesPrice } from '../commerce/index.ts';
import { cellOf, type Plan, type Use } from './plan.ts';
import { decimalText } from './read-number.ts';
import { CellFault, type Row } from './row.ts';

export type ReadLine = Line;

/** The lines that the rows of one document state. A row that fills no line column only belongs to the header. */
export function linesOf(plan: Plan, rows: readonly Row[], digits: number): ReadLine[] {
  const uses = lineUses(plan);
  if (!uses.sku) return [];
  const lines: ReadLine[] = [];
  for (const row of rows) {
    const line = lineOf(uses, row, digits);
    if (line) lines.push(line);
  }
  return lines;
}

/** The sum of lines in minor units, each rounded by itself. Throws `CellFault` where it cannot be held exactly. */
export function sumOfLines(lines: readonly ReadLine[], digits: number): number {
  return lines.reduce((sum, { quantity, unitPrice, amount, discount = 0 }) => {
    const full = amount ?? timesPrice(quantity, unitPrice, digits);
    if (full === null) throw new CellFault('amount_invalid', unitPrice, null);
    return sum + full - (amount === undefined ? discount : 0);
  }, 0);
}

type LineField = 'sku' | 'name' | 'category' | 'quantity' | 'unit_price' | 'discount' | 'amount';
type LineUses = Readonly<Partial<Record<LineField, Use>>>;

const usesOfPlan = new WeakMap<Plan, LineUses>();

function lineUses(plan: Plan): LineUses {
  let uses = usesOfPlan.get(plan);
  if (!uses) {
    const entries = [...plan.fields].filter(([name]) => name.startsWith('line.'));
    uses = Object.fromEntries(entries.map(([name, use]) => [name.slice(5), use])) as LineUses;
    usesOfPlan.set(plan, uses);
  }
  return uses;
}

function lineOf(uses: LineUses, row: Row, digits: number): ReadLine | null {
  const cell = (use: Use | undefined): string => (use ? cellOf(use, row) : '');
  const sku = cell(uses.sku);
  const price = cell(uses.unit_price);
  const amountCell = cell(uses.amount);
  const quantityCell = cell(uses.quantity);
  if (sku === '') {
    if (price === '' && amountCell === '' && quantityCell === '') return null;
    throw new CellFault('value_missing', '', uses.sku?.column ?? null);
  }
  const quantity = quantityCell === '' ? 1 : quantityOf(quantityCell, uses.quantity);
  const amount = amountCell === '' ? null : minorCell(amountCell, uses.amount, digits);
  const line: ReadLine = {
    sku,
    quantity,
    unitPrice: unitPriceOf(uses, price, quantity, amount, digits),
  };
  const name = cell(uses.name);
  const category = cell(uses.category);
  const discount = cell(uses.discount);
  if (name !== '') line.name = name;
  if (category !== '') line.category = category.replace(/\s*[>/]\s*/g, '/');
  if (discount !== '') line.discount = Math.abs(minorCell(discount, uses.discount, digits));
  if (amount !== null) line.amount = amount;
  else if (timesPrice(quantity, line.unitPrice, digits) === null) {
    throw new CellFault(
      'amount_invalid',
      `${quantityCell} × ${price}`,
      uses.unit_price?.column ?? null,
    );
  }
  return line;
}

function quantityOf(cell: string, use: Use | undefined): number {
  const decimal = decimalText(cell);
  const quantity = decimal === null ? Number.NaN : Number(decimal);
  if (!(Math.abs(quantity) <= 1e9))
    throw new CellFault('number_invalid', cell, use?.column ?? null);
  return quantity === 0 ? 0 : quantity;
}

function minorCell(cell: string, use: Use | undefined, digits: number): number {
  const decimal = decimalText(cell);
  const minor = decimal === null ? null : minorOf(decimal, digits);
  if (minor === null) throw new CellFault('amount_invalid', cell, use?.column ?? null);
  return minor;
}

/** The stated price, or — when only the amount is stated, which then counts — the amount spread over the quantity. */
function unitPriceOf(
  uses: LineUses,
  cell: string,
  quantity: number,
  amount: number | null,
  digits: number,
): string {
  if (cell !== '') {
    const price = decimalText(cell);
    if (price === null)
      throw new CellFault('amount_invalid', cell, uses.unit_price?.column ?? null);
    return price;
  }
  if (amount === null) {
    throw new CellFault('value_missing', '', (uses.unit_price ?? uses.amount)?.column ?? null);
  }
  const each = quantity === 0 ? amount : amount / quantity;
  return (each / 10 ** digits).toFixed(digits + 2);
}

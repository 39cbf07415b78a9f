import type { ColumnUse, ImportMapping } from '@siyu/contract/collect';
import type { IdentifierKind } from '@siyu/contract/identity';
import { createTimeReader } from './read-time.ts';
import { CellFault, type Row } from './row.ts';
import { type Target, targetOf } from './target.ts';

/** A cell that a mapping uses: where it stands (−1 = a constant) and how it is read. */
export interface Use {
  readonly column: string;
  readonly at: number;
  readonly constant: string;
  readonly use: ColumnUse;
  readonly time: (text: string) => number | null;
}

/** A mapping bound to the columns of a file. */
export interface Plan {
  readonly mapping: ImportMapping;
  readonly identifiers: readonly (Use & { readonly kind: IdentifierKind })[];
  readonly traits: readonly (Use & { readonly name: string })[];
  readonly properties: readonly (Use & { readonly name: string })[];
  readonly consents: readonly (Use & { readonly purpose: string; readonly channel: string })[];
  readonly fields: ReadonlyMap<string, Use>;
}

/** The trimmed cell after the mapping's replacements; empty when there is none. */
export function cellOf(use: Use, row: Row): string {
  if (use.at < 0) return use.constant;
  const cell = (row.cells[use.at] ?? '').trim();
  const { values } = use.use;
  return values && Object.hasOwn(values, cell) ? (values[cell] ?? '') : cell;
}

/** The cell of a field, empty when the field is not mapped. */
export function fieldOf(plan: Plan, name: string, row: Row): string {
  const use = plan.fields.get(name);
  return use ? cellOf(use, row) : '';
}

/** The time in a field's cell in milliseconds; null when empty. Throws `CellFault`. */
export function timeOf(plan: Plan, name: string, row: Row): number | null {
  const use = plan.fields.get(name);
  const cell = use ? cellOf(use, row) : '';
  if (!use || cell === '') return null;
  const at = use.time(cell);
  if (at === null) throw new CellFault('time_invalid', cell, use.column);
  return at;
}

/** Why a mapping cannot be used, as a sentence in both languages; null when it can. Which columns a file has is not asked. */
export function mappingFault(
  mapping: ImportMapping,
): { readonly en: string; readonly zh: string } | null {
  const uses = [...mapping.columns, ...(mapping.constants ?? [])];
  const bad = uses.find(({ target }) => targetOf(mapping.kind, target) === null);
  if (bad) {
    return {
      en: `"${bad.target}" is no target of an import of ${mapping.kind}`,
      zh: `“${bad.target}”不是此类导入可用的目标`,
    };
  }
  const fields = uses
    .map(({ target }) => target)
    .filter((target) => /^(time|org|order|line|event)\b/.test(target));
  const twice = fields.find((target, index) => fields.indexOf(target) !== index);
  if (twice) return { en: `"${twice}" is mapped twice`, zh: `“${twice}”被映射了两次` };
  if (!zoneExists(mapping.timezone)) {
    return { en: `"${mapping.timezone}" is no time zone`, zh: `“${mapping.timezone}”不是时区` };
  }
  const missing = missingOf(mapping, (target) => uses.some((use) => use.target.startsWith(target)));
  return missing ? { en: `nothing is mapped to ${missing.en}`, zh: `没有映射${missing.zh}` } : null;
}

function missingOf(
  mapping: ImportMapping,
  has: (target: string) => boolean,
): { readonly en: string; readonly zh: string } | null {
  const identifier = { en: 'an identifier', zh: '标识' };
  if (mapping.kind === 'people') return has('identifier.') ? null : identifier;
  if (mapping.kind === 'events') {
    if (!has('identifier.')) return identifier;
    if (!has('event.name')) return { en: 'the name of the event', zh: '事件名称' };
    return has('event.time') ? null : { en: 'the time of the event', zh: '事件时间' };
  }
  if (!has('order.number')) return { en: 'the order number', zh: '订单号' };
  if (!has('order.time')) return { en: 'the time of the order', zh: '下单时间' };
  if (!has('order.currency') && !mapping.currency) return { en: 'the currency', zh: '货币' };
  const hasAmount = ['line.unit_price', 'line.amount', 'order.total'].some(has);
  if (!hasAmount) return { en: 'a price, an amount or a total', zh: '单价、金额或总额' };
  const needsSku = has('line.') && !has('line.sku');
  return needsSku ? { en: 'the SKU of the lines', zh: '商品编码' } : null;
}

function zoneExists(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Binds a mapping to a file's columns, or says which columns the file lacks. */
export function bindMapping(
  mapping: ImportMapping,
  columns: readonly string[],
): Plan | { readonly missing: readonly string[] } {
  const missing = mapping.columns.filter(({ column }) => !columns.includes(column));
  if (missing.length > 0) return { missing: missing.map(({ column }) => column) };
  const readers = new Map<string, (text: string) => number | null>();
  const reader = (use: ColumnUse) => {
    const key = use.dateOrder ?? '';
    const made = readers.get(key) ?? createTimeReader(mapping.timezone, use.dateOrder);
    readers.set(key, made);
    return made;
  };
  const uses: { target: Target | null; use: Use }[] = [
    ...mapping.columns.map((use) => ({
      target: targetOf(mapping.kind, use.target),
      use: {
        column: use.column,
        at: columns.indexOf(use.column),
        constant: '',
        use,
        time: reader(use),
      },
    })),
    ...(mapping.constants ?? []).map(({ target, value }) => {
      const use = { column: target, target };
      return {
        target: targetOf(mapping.kind, target),
        use: { column: target, at: -1, constant: value, use, time: reader(use) },
      };
    }),
  ];
  const of = <Group extends Target['group']>(group: Group) =>
    uses.flatMap(({ target, use }) =>
      target?.group === group ? [{ ...use, ...(target as Extract<Target, { group: Group }>) }] : [],
    );
  return {
    mapping,
    identifiers: of('identifier'),
    traits: of('trait') as Plan['traits'],
    properties: of('property') as Plan['properties'],
    consents: of('consent'),
    fields: new Map(of('field').map((use) => [use.name, use])),
  };
}

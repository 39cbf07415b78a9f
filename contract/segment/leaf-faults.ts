import { type EventLeaf, eventColumns, type Leaf, type Property } from './leaves.ts';
import type { Fault } from './schema-faults.ts';
import type { PropertyTest, TraitTest } from './tests.ts';
import type { AnyWindow } from './windows.ts';

/** Faults of a condition whose shape is right: tests that do not fit their property, windows that end before they begin. */
export function leafFaults(leaf: Leaf, path: string): readonly Fault[] {
  if (leaf.kind === 'trait') return testFaults(leaf.test, `${path}/test`);
  return leaf.kind === 'event' ? eventFaults(leaf, path) : [];
}

const unfit = (path: string, en: string, zh: string): Fault => ({ path, code: 'unfit', en, zh });

/** What kind of value a property holds. */
export function propertyType(property: Property): 'number' | 'text' | 'reference' {
  return property.in === 'column' ? eventColumns[property.name] : property.in;
}

function eventFaults(leaf: EventLeaf, path: string): readonly Fault[] {
  const faults: Fault[] = [...windowFaults(leaf.window, `${path}/window`)];
  for (const [index, filter] of (leaf.where ?? []).entries()) {
    const at = `${path}/where/${index}/test`;
    faults.push(...filterFaults(filter.property, filter.test, at));
  }
  const { measure, test } = leaf;
  const isTime = measure.of === 'first' || measure.of === 'last';
  const asksTime = test.op === 'within' || test.op === 'not_within';
  if (isTime !== asksTime) {
    const en = isTime
      ? 'the first or last time is tested with "within" or "not_within"'
      : 'a number is tested with eq, ne, gt, gte, lt, lte or between';
    faults.push(
      unfit(`${path}/test`, en, isTime ? '首次/末次时间需用时间范围判断' : '数值需用大小比较'),
    );
  }
  if (asksTime) faults.push(...windowFaults(test.window, `${path}/test/window`));
  else faults.push(...rangeFaults(test, `${path}/test`));
  const needsNumber = ['sum', 'avg', 'min', 'max'].includes(measure.of);
  if (needsNumber && 'property' in measure && propertyType(measure.property) !== 'number') {
    const en = `"${measure.of}" needs a property that is a number`;
    faults.push(unfit(`${path}/measure/property`, en, '该统计方式需要数值属性'));
  }
  return faults;
}

const byType = {
  number: ['eq', 'ne', 'in', 'not_in', 'gt', 'gte', 'lt', 'lte', 'between', 'exists', 'absent'],
  text: ['eq', 'ne', 'in', 'not_in', 'contains', 'starts', 'exists', 'absent'],
  reference: ['eq', 'ne', 'in', 'not_in', 'exists', 'absent'],
} as const satisfies Readonly<Record<string, readonly PropertyTest['op'][]>>;

function filterFaults(property: Property, test: PropertyTest, path: string): readonly Fault[] {
  const type = propertyType(property);
  const allowed: readonly string[] = byType[type];
  if (!allowed.includes(test.op)) {
    const en = `"${property.name}" can be tested with ${allowed.join(', ')}`;
    return [unfit(path, en, `“${property.name}”可用的判断：${allowed.join('、')}`)];
  }
  const values = 'values' in test ? test.values : 'value' in test ? [test.value] : [];
  const wanted = type === 'number' ? 'number' : 'string';
  if (values.some((value) => typeof value !== wanted)) {
    const en = `"${property.name}" is compared with a ${wanted === 'number' ? 'number' : 'text'}`;
    return [unfit(path, en, `“${property.name}”应与${wanted === 'number' ? '数值' : '文本'}比较`)];
  }
  return rangeFaults(test, path);
}

function testFaults(test: TraitTest, path: string): readonly Fault[] {
  if (test.op === 'within' || test.op === 'not_within') {
    return windowFaults(test.window, `${path}/window`);
  }
  if (test.op === 'anniversary' && test.from > test.to) {
    return [unfit(path, '"from" must not be after "to"', '开始不能晚于结束')];
  }
  if (test.op === 'in' || test.op === 'not_in') {
    const types = new Set(test.values.map((value) => typeof value));
    if (types.size > 1) {
      return [
        unfit(`${path}/values`, 'give texts or numbers, not both', '取值需全为文本或全为数值'),
      ];
    }
  }
  return rangeFaults(test, path);
}

function rangeFaults(test: { readonly op: string }, path: string): readonly Fault[] {
  const range = test as { readonly op: string; readonly from?: number; readonly to?: number };
  if (range.op !== 'between' || (range.from ?? 0) <= (range.to ?? 0)) return [];
  return [unfit(path, '"from" must not be above "to"', '下限不能大于上限')];
}

function windowFaults(window: AnyWindow, path: string): readonly Fault[] {
  if (window.kind === 'ago' && window.most !== undefined && window.most < window.least) {
    return [unfit(path, '"most" must not be below "least"', '“最早”不能小于“最近”')];
  }
  if (window.kind !== 'between') return [];
  const wrong = (['from', 'to'] as const).filter((end) => !isDate(window[end]));
  if (wrong.length > 0) {
    return wrong.map((end) => unfit(`${path}/${end}`, 'there is no such day', '日期不存在'));
  }
  if (window.from <= window.to) return [];
  return [unfit(path, '"from" must not be after "to"', '开始日期不能晚于结束日期')];
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

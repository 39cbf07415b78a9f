import type { TagDefinition, TagKind } from '@siyu/contract/profile';

/** The kinds of tag in the order in which they are offered. */
export const tagKinds = [
  'manual',
  'rule',
  'statistical',
  'favourite',
  'rfm',
  'lifecycle',
] as const satisfies readonly TagKind[];

/** What a tag of a kind starts with. */
export function newDefinition(kind: TagKind): TagDefinition {
  switch (kind) {
    case 'manual':
      return { kind, values: [{ value: '', zh: '', en: '' }] };
    case 'rule':
      return { kind, values: [{ value: '', zh: '', en: '', rule: { kind: 'and', of: [] } }] };
    case 'statistical':
      return {
        kind,
        events: ['order_placed'],
        window: { kind: 'last', days: 365 },
        measure: { of: 'count' },
        bands: [
          { value: '', zh: '', en: '', from: 1, below: 3 },
          { value: '', zh: '', en: '', from: 3 },
        ],
      };
    case 'favourite':
      return {
        kind,
        events: ['product_bought'],
        window: { kind: 'last', days: 365 },
        property: { in: 'column', name: 'category' },
        pick: 'commonest',
      };
    case 'rfm':
      return {
        kind,
        window: { kind: 'last', days: 365 },
        scoring: { by: 'quintile' },
        highFrom: 4,
      };
    case 'lifecycle':
      return { kind, growthOrders: 2, matureOrders: 4, dormantDays: 90, lostDays: 180 };
  }
}

/** The value under which a name is stored: `High value` → `high_value`; the Chinese name where there is no English one. */
export function codeOf(names: {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}): string {
  if (names.value !== '') return names.value;
  const slug = names.en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return slug || names.zh.trim();
}

/** The definition as it is sent: every value has its code, English names fall back to Chinese ones. */
export function finished(definition: TagDefinition): TagDefinition {
  const named = <Value extends { value: string; zh: string; en: string }>(value: Value): Value => ({
    ...value,
    value: codeOf(value),
    en: value.en || value.zh,
  });
  if (definition.kind === 'statistical') {
    return { ...definition, bands: definition.bands.map(named) };
  }
  if (definition.kind === 'manual') return { ...definition, values: definition.values.map(named) };
  if (definition.kind === 'rule') return { ...definition, values: definition.values.map(named) };
  return definition;
}

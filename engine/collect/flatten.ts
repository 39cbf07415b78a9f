/** Properties of an event by the type of their column. Booleans and lists are text; lists as JSON. */
export interface FlatProperties {
  readonly text: Record<string, string>;
  readonly number: Record<string, number>;
}

const deepest = 4;

/**
 * Properties as they are stored: nested objects become dotted names, numbers and the rest are kept apart. Null and
 * undefined are absent; what nests deeper than four levels is kept as JSON text, never dropped.
 *
 * @example flattenProperties({ price: 9.9, item: { sku: 'A1', tags: ['x'] }, gift: true })
 * // { text: { 'item.sku': 'A1', 'item.tags': '["x"]', gift: 'true' }, number: { price: 9.9 } }
 */
export function flattenProperties(properties: Readonly<Record<string, unknown>>): FlatProperties {
  const flat: FlatProperties = { text: {}, number: {} };
  visit(properties, '', 1, flat);
  return flat;
}

function visit(
  object: Readonly<Record<string, unknown>>,
  prefix: string,
  depth: number,
  flat: FlatProperties,
): void {
  for (const name of Object.keys(object)) {
    const value = object[name];
    const path = prefix + name;
    if (typeof value === 'string') flat.text[path] = value.toWellFormed();
    else if (typeof value === 'number') {
      if (Number.isFinite(value)) flat.number[path] = value;
    } else if (typeof value === 'boolean') flat.text[path] = String(value);
    else if (value !== null && typeof value === 'object') {
      if (Array.isArray(value) || depth >= deepest) flat.text[path] = JSON.stringify(value);
      else visit(value as Record<string, unknown>, `${path}.`, depth + 1, flat);
    }
  }
}

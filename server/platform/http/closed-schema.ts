type Json = Readonly<Record<string, unknown>>;

const schemaMaps = ['properties', 'patternProperties', '$defs', 'definitions'];
const schemaLists = ['anyOf', 'oneOf', 'prefixItems'];
const schemas = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains'];

/**
 * The same schema, in which an object may hold nothing but what it declares, unless it says so itself with
 * `additionalProperties`. A misspelt field is then refused instead of ignored, and an answer cannot leak a column.
 */
export function closed(schema: object): object {
  return close(schema as Json, false);
}

function close(schema: Json, withinAllOf: boolean): Json {
  const result = copyOf(schema);
  for (const key of schemaMaps) {
    if (isObject(schema[key])) result[key] = mapValues(schema[key], (part) => close(part, false));
  }
  for (const key of schemaLists) {
    if (Array.isArray(schema[key])) {
      result[key] = schema[key].map((part: Json) => close(part, withinAllOf));
    }
  }
  for (const key of schemas) {
    if (isObject(schema[key])) result[key] = close(schema[key], false);
    if (Array.isArray(schema[key]))
      result[key] = schema[key].map((part: Json) => close(part, false));
  }
  if (Array.isArray(schema.allOf)) {
    // Each part sees the other parts' fields as foreign, so the whole is closed and the parts are not.
    result.allOf = schema.allOf.map((part: Json) => close(part, true));
    if (!withinAllOf && schema.unevaluatedProperties === undefined)
      result.unevaluatedProperties = false;
  }
  const isPlainObject = schema.type === 'object' && isObject(schema.properties);
  if (isPlainObject && !withinAllOf && schema.additionalProperties === undefined) {
    result.additionalProperties = false;
  }
  return result;
}

/** TypeBox keeps what it knows beyond JSON Schema in hidden fields, which a spread would lose. */
function copyOf(schema: Json): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(Object.getOwnPropertyDescriptors(schema))) {
    Object.defineProperty(copy, name, { ...field, writable: true, configurable: true });
  }
  return copy;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(map: Json, change: (part: Json) => Json): Json {
  return Object.fromEntries(
    Object.entries(map).map(([name, part]) => [name, isObject(part) ? change(part) : part]),
  );
}

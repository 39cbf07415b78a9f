import type { TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import { TAG } from './tagged.ts';

/** What is wrong with a value and where: `path` is a JSON pointer into it. */
export interface Fault {
  readonly path: string;
  readonly code: FaultCode;
  readonly en: string;
  readonly zh: string;
}
export type FaultCode = 'missing' | 'unknown' | 'wrong_kind' | 'wrong_value' | 'too_big' | 'unfit';

interface Shape {
  readonly type?: string;
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly const?: unknown;
  readonly [TAG]?: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pointer = (path: string, key: string | number) =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Explains a value against a schema, going down only the branch that the value names. */
export function schemaFaults(schema: TSchema, value: unknown, path = ''): readonly Fault[] {
  const fits: boolean = Check(schema, value);
  if (fits) return [];
  const shape = schema as Shape;
  const tag = shape[TAG];
  if (tag !== undefined) return taggedFaults(shape, tag, value, path);
  if (shape.properties !== undefined) return objectFaults(shape, value, path);
  if (shape.items !== undefined && Array.isArray(value)) {
    const inside = value.flatMap((item, index) =>
      schemaFaults(shape.items as TSchema, item, pointer(path, index)),
    );
    if (inside.length > 0) return inside;
  }
  const tags = shape.anyOf?.map((branch) => branch[TAG]);
  if (tags?.every((name) => name !== undefined)) return unionOfTagged(shape, value, path);
  const reason = Errors(schema, value)[0]?.message ?? 'is not allowed here';
  return [
    { path, code: 'wrong_value', en: `the value ${reason}`, zh: `取值不符合要求：${reason}` },
  ];
}

function taggedFaults(shape: Shape, tag: string, value: unknown, path: string): readonly Fault[] {
  const named = isRecord(value) ? value[tag] : undefined;
  const branches = shape.anyOf ?? [];
  const branch = branches.find((one) => one.properties?.[tag]?.const === named);
  if (branch !== undefined) return objectFaults(branch, value, path);
  const allowed = branches.map((one) => String(one.properties?.[tag]?.const)).join(', ');
  return [
    {
      path: pointer(path, tag),
      code: 'wrong_kind',
      en: `"${tag}" must be one of ${allowed}`,
      zh: `“${tag}”必须是以下之一：${allowed}`,
    },
  ];
}

function unionOfTagged(shape: Shape, value: unknown, path: string): readonly Fault[] {
  const unions = shape.anyOf ?? [];
  const named = (union: Shape) => {
    const tag = union[TAG] ?? '';
    return union.anyOf?.some(
      (one) => isRecord(value) && one.properties?.[tag]?.const === value[tag],
    );
  };
  const chosen = unions.find(named) ?? unions[0];
  return schemaFaults(chosen as TSchema, value, path);
}

function objectFaults(shape: Shape, value: unknown, path: string): readonly Fault[] {
  if (!isRecord(value)) {
    return [{ path, code: 'wrong_kind', en: 'must be an object', zh: '必须是一个对象' }];
  }
  const properties = shape.properties ?? {};
  const missing = (shape.required ?? [])
    .filter((key) => value[key] === undefined)
    .map(
      (key): Fault => ({
        path: pointer(path, key),
        code: 'missing',
        en: `"${key}" is missing`,
        zh: `缺少“${key}”`,
      }),
    );
  const unknown = Object.keys(value)
    .filter((key) => !Object.hasOwn(properties, key))
    .map(
      (key): Fault => ({
        path: pointer(path, key),
        code: 'unknown',
        en: `"${key}" is not known here`,
        zh: `不认识的字段“${key}”`,
      }),
    );
  const inside = Object.entries(properties)
    .filter(([key]) => value[key] !== undefined)
    .flatMap(([key, inner]) => schemaFaults(inner as TSchema, value[key], pointer(path, key)));
  return [...missing, ...unknown, ...inside];
}

import { type Static, type TObject, Type } from 'typebox';

/** Keyword under which a union remembers the property that tells its branches apart. */
export const TAG = 'x-tag';

/**
 * A union of objects told apart by one property, so that a wrong value is explained by its own branch and not by all of
 * them: `tagged('op', { eq: Type.Object({ op: Type.Literal('eq'), … }), … })`.
 */
export function tagged<const Branches extends Readonly<Record<string, TObject>>>(
  tag: string,
  branches: Branches,
) {
  return Type.Unsafe<Static<Branches[keyof Branches]>>({
    ...Type.Union(Object.values(branches)),
    [TAG]: tag,
  });
}

/** An object that takes no property but its own. */
export const exact = <const Properties extends Parameters<typeof Type.Object>[0]>(
  properties: Properties,
  description?: string,
) =>
  Type.Object(properties, {
    additionalProperties: false,
    ...(description === undefined ? {} : { description }),
  });

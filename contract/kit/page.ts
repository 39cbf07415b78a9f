import { type TSchema, Type } from 'typebox';

/** Query of a keyset-paged list: `cursor` is opaque and comes from the page before. */
export const pageQuery = {
  cursor: Type.Optional(
    Type.String({ description: 'The `next` of the page before; absent for the first page' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
};

/** A page of a list; `next` is null on the last page. */
export const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) });

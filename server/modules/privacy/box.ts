import type { IdentifierKind } from '@siyu/contract/identity';

/** The plain content of a personal box. Times are ISO 8601. */
export interface PersonalBox {
  /** By identity_id. */
  readonly identifiers: Readonly<
    Record<string, { readonly kind: IdentifierKind; readonly value: string; readonly at: string }>
  >;
  readonly traits: Readonly<Record<string, { readonly value: unknown; readonly at: string }>>;
}

export const emptyBox: PersonalBox = { identifiers: {}, traits: {} };

/** Both contents; where both state a trait the later statement stands. Commutative, so the order of merges does not matter. */
export function uniteBoxes(a: PersonalBox, b: PersonalBox): PersonalBox {
  const traits: Record<string, { value: unknown; at: string }> = { ...a.traits };
  for (const [name, stated] of Object.entries(b.traits)) {
    const other = traits[name];
    const isLater =
      !other ||
      stated.at > other.at ||
      (stated.at === other.at && JSON.stringify(stated.value) > JSON.stringify(other.value));
    if (isLater) traits[name] = stated;
  }
  return { identifiers: { ...a.identifiers, ...b.identifiers }, traits };
}

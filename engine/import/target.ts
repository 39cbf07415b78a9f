import { type ImportKind, importTargets } from '@siyu/contract/collect';
import { type IdentifierKind, identifierKindNames } from '@siyu/contract/identity';

/** A mapping's target taken apart. */
export type Target =
  | { readonly group: 'field'; readonly name: string }
  | { readonly group: 'identifier'; readonly kind: IdentifierKind }
  | { readonly group: 'trait' | 'property'; readonly name: string }
  | { readonly group: 'consent'; readonly purpose: string; readonly channel: string };

/** Reads a target as it may stand in an import of this kind; null when it may not. */
export function targetOf(kind: ImportKind, text: string): Target | null {
  if ((importTargets[kind] as readonly string[]).includes(text))
    return { group: 'field', name: text };
  const point = text.indexOf('.');
  const [group, name] = [text.slice(0, point), text.slice(point + 1)];
  if (group === 'identifier') {
    const known = identifierKindNames.find((candidate) => candidate === name);
    return known ? { group, kind: known } : null;
  }
  if (group === 'trait' || (group === 'property' && kind === 'events')) return { group, name };
  if (group === 'consent' && kind === 'people') {
    const [purpose, channel] = name.split('.');
    return purpose && channel ? { group, purpose, channel } : null;
  }
  return null;
}

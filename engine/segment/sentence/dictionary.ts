import type { IdentifierKind } from '@siyu/contract/identity';
import type { BothLanguages, Property } from '@siyu/contract/segment';

/** The names that operators read, for everything a rule can speak of. */
export interface Dictionary {
  trait(name: string): BothLanguages;
  event(name: string): BothLanguages;
  property(property: Property): BothLanguages;
  tag(tag: string): BothLanguages;
  tagValue(tag: string, value: string): BothLanguages;
  segment(segment: string): BothLanguages;
  /** A value of a column that is a code or public id: a store, a campaign … */
  reference(column: string, value: string): BothLanguages;
  org(code: string): BothLanguages;
  purpose(name: string): BothLanguages;
  channel(name: string): BothLanguages;
  identifier(kind: IdentifierKind): BothLanguages;
  /** An amount in minor units. */
  money(minor: number): BothLanguages;
}

import type { IdentifierKind } from '@siyu/contract/identity';
import type { TraitCell } from './trait-cell.ts';

/** An event as plain data. References are codes and public ids, empty for none. `time` in milliseconds since 1970. */
export interface EventData {
  readonly name: string;
  readonly time: number;
  readonly revenue: number | null;
  readonly currency: string;
  readonly order_id: string;
  readonly product: string;
  readonly category: string;
  readonly channel: string;
  readonly store: string;
  readonly org: string;
  readonly source: string;
  readonly campaign: string;
  readonly journey: string;
  readonly text: Readonly<Record<string, string>>;
  readonly number: Readonly<Record<string, number>>;
}

/** Everything a rule may ask about one person, as plain data. */
export interface PersonData {
  /** The mapped person; from 2³¹ on anonymous. */
  readonly id: number;
  readonly identifiers: readonly IdentifierKind[];
  /** The latest statement of each trait over the person's identities. */
  readonly traits: Readonly<Record<string, TraitCell>>;
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly segments: readonly string[];
  /** Codes of the nodes that met the person. */
  readonly orgs: readonly string[];
  /** The latest act of each identity for a purpose, channel and node. */
  readonly consents: readonly {
    readonly purpose: string;
    readonly channel: string;
    readonly org: string;
    readonly granted: boolean;
  }[];
  readonly events: readonly EventData[];
}

/** The organisation as far as rules need it, in codes. */
export interface OrgTree {
  /** A node and everything below it; empty for an unknown one. */
  under(code: string): readonly string[];
  /** A node and everything above it; empty for an unknown one. */
  above(code: string): readonly string[];
}

/** Person ids from here on belong to anonymous visitors. */
export const firstAnonymous = 2_147_483_648;

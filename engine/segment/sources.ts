import type { EventColumn } from '@siyu/contract/segment';

/** Columns that hold the number of a thing with a public id or code. */
export type ReferenceColumn = Extract<
  EventColumn,
  'store' | 'org' | 'source' | 'campaign' | 'journey'
>;

/**
 * Where the printer finds things: SQL texts and look-ups that the modules' front doors give. The printer names no table and
 * no dictionary by itself.
 */
export interface Sources {
  /** Table of events with the columns of the event model, ordered by (name, identity_id, time). */
  readonly events: string;
  /** Table with name, identity_id, person, text, number, at. */
  readonly traits: string;
  /** Table of all identities: identity_id, person, kind. */
  readonly identities: string;
  /** Table with org, identity_id, person. */
  readonly orgs: string;
  /** Sub-select of one column `person`: everybody in the data scope of the caller, each mapped person once or more, never 0. */
  readonly people: string;
  /** Expression of the mapped person of a row; 0 = erased. */
  personOf(identityColumn: string, personColumn: string): string;
  /** Sub-select of one column `person`: mapped people with a grant and no withdrawal, at a node and its ancestors or anywhere. */
  consent(purpose: string, channel: string, org: string | null): string;
  /** Sub-select of one column `people` (groupBitmap states) of a tag, of some of its values or of any. */
  tag(tag: string, values: readonly string[] | null): string;
  /** Sub-select of one column `people` (groupBitmap states) of a segment's version in force. */
  segment(segment: string): string;
  /** The numbers that a code or public id stands for; for `org` the whole subtree; empty for what does not exist. */
  references(column: ReferenceColumn, value: string): readonly number[];
}

import type { Kysely } from 'kysely';
import type { Platform } from '../platform.ts';

/**
 * One entry per table with personal data: how its rows of a person are erased and exported. A test compares the entries
 * with the tables, so that a module cannot forget one.
 */
export interface PersonAsset {
  /** `schema.table` in PostgreSQL, or the ClickHouse table. */
  readonly table: string;
  readonly store: 'postgres' | 'clickhouse';
  /** The column that ties a row to a person, or what stands in for it; the test looks for tables that have one. */
  readonly key: 'identity_id' | 'person_id' | 'person';
  /**
   * Removes or empties the rows. Runs inside the erasure's PostgreSQL transaction (`store: 'postgres'`), or after its
   * commit and again until it succeeds (`store: 'clickhouse'`), so it must be idempotent.
   */
  erase(target: ErasureTarget, platform: Platform): Promise<void>;
  /** The person's rows for the copy that the law grants; absent where another asset holds the same content. */
  export?(
    target: Omit<ErasureTarget, 'tx'>,
    platform: Platform,
  ): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export interface ErasureTarget {
  readonly personId: number;
  /** Every person id that was merged into this one, itself included. */
  readonly originPersonIds: readonly number[];
  readonly identityIds: readonly number[];
  readonly at: Date;
  readonly tx: Kysely<unknown>;
}

/** An entry of a person's timeline that is not an event in ClickHouse. */
export interface TimelineSource {
  readonly name: string;
  read(
    platform: Platform,
    of: { personId: number; identityIds: readonly number[] },
    before: Date,
    limit: number,
  ): Promise<readonly { at: Date; kind: string; title: Readonly<Record<string, unknown>> }[]>;
}

/** Rows of a resolved block as they went into ClickHouse, handed on after the insert, once and in order. */
export interface BlockListener {
  readonly name: string;
  /** The names of events it listens for at the moment; blocks are handed on with these only. */
  events(platform: Platform): Promise<ReadonlySet<string>>;
  onBlock(
    platform: Platform,
    block: { blockId: number; events: readonly ResolvedEvent[] },
  ): Promise<void>;
}

/** One row of collect_event. Money is in minor units; `event_id` and `identity_id` are decimal strings beyond 2^53. */
export interface ResolvedEvent {
  readonly name: string;
  readonly identity_id: number;
  readonly time: string;
  readonly person: number;
  readonly event_id: string;
  readonly block: number;
  readonly source: number;
  readonly received: string;
  readonly org: number;
  readonly revenue: number | null;
  readonly currency: string;
  readonly order_id: string;
  readonly product: string;
  readonly category: string;
  readonly store: number;
  readonly channel: string;
  readonly campaign: number;
  readonly journey: number;
  readonly text: Readonly<Record<string, string>>;
  readonly number: Readonly<Record<string, number>>;
}

/** An effect that journeys, loyalty and promotion may trigger in another module without knowing it. */
export interface Action {
  readonly name: string;
  run(platform: Platform, people: readonly number[], settings: unknown, key: string): Promise<void>;
}

/** Finds the numbers under which events keep things with public ids, and what operators call them; unknown ids are absent. */
export type EventReference = (
  platform: Platform,
  publicIds: readonly string[],
) => Promise<ReadonlyMap<string, { readonly number: number; readonly name: string }>>;

export interface Registries {
  /** By event column: the module that owns sources, campaigns or journeys tells which number a public id has. */
  readonly eventReferences: Map<'source' | 'campaign' | 'journey', EventReference>;
  /** Display names of the actions that a module writes to the audit log, by `module.verb_object`. */
  readonly auditActions: Map<string, { readonly zh: string; readonly en: string }>;
  readonly personAssets: PersonAsset[];
  readonly timeline: TimelineSource[];
  readonly blockListeners: BlockListener[];
  readonly actions: Map<string, Action>;
}

export const emptyRegistries = (): Registries => ({
  eventReferences: new Map(),
  auditActions: new Map(),
  personAssets: [],
  timeline: [],
  blockListeners: [],
  actions: new Map(),
});

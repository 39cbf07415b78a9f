import type { AnyWindow, Measure, NumberTest } from '@siyu/contract/segment';

/** How one language puts the pieces of a rule together. */
export interface Phrasebook {
  readonly language: 'zh' | 'en';
  readonly everybody: string;
  readonly known: string;
  and(parts: readonly string[]): string;
  or(parts: readonly string[]): string;
  not(part: string): string;
  bracket(part: string): string;
  quote(text: string): string;
  list(items: readonly string[]): string;
  truth(value: boolean): string;
  hasTag(tag: string, values: string | null): string;
  inSegment(name: string): string;
  underOrg(name: string): string;
  hasIdentifier(name: string): string;
  consent(purpose: string, channel: string, org: string | null): string;
  /** `name` + test, e.g. 城市 是 上海. */
  compare(name: string, op: Op, value: string, other?: string): string;
  within(name: string, window: string, isInside: boolean): string;
  anniversary(name: string, from: number, to: number): string;
  window(window: AnyWindow): string;
  events(names: string, filters: readonly string[]): string;
  /** An event condition: what is measured over the events of a window, and what it must be. */
  measured(parts: {
    readonly events: string;
    readonly window: string;
    readonly measure: Measure['of'];
    readonly property: string;
    readonly test: string;
  }): string;
  presence(events: string, window: string, isPresent: boolean): string;
}

export type Op =
  | NumberTest['op']
  | 'in'
  | 'not_in'
  | 'contains'
  | 'starts'
  | 'exists'
  | 'absent'
  | 'has_any'
  | 'has_all'
  | 'has_none';

import { channelKindNames, channelKinds } from '@siyu/contract/content';
import type { HeadCount, Rule } from '@siyu/contract/segment';
import type { Actor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { countRules } from './count-rule.ts';
import { requireRule } from './rule-in-scope.ts';
import { sentenceOfRule } from './sentence-of-rule.ts';

/** Counts that run in this process, by caller and name, so that a newer one stops the older. */
const running = new Map<string, AbortController>();

/** Known people of a rule whom a channel reaches: an address of its kind and consent to marketing by it. */
const reachableBy = (rule: Rule, channel: (typeof channelKindNames)[number]): Rule => ({
  kind: 'and',
  of: [
    rule,
    { kind: 'known' },
    { kind: 'identifier', identifier: channelKinds[channel].address },
    { kind: 'consent', purpose: 'marketing', channel },
  ],
});

/** Counts a rule while it is being edited. `gone` fires when the caller no longer waits. */
export async function previewRule(
  platform: Platform,
  actor: Actor,
  rule: Rule,
  name: string | undefined,
  gone: AbortSignal,
) {
  requireRule(rule);
  const startedAt = performance.now();
  const stop = new AbortController();
  const key = `${actor.id} ${name ?? ''}`;
  if (name !== undefined) {
    running.get(key)?.abort();
    running.set(key, stop);
  }
  try {
    const channels = channelKindNames.map((channel) => reachableBy(rule, channel));
    const everybody: Rule = { kind: 'and', of: [] };
    const [{ counts, asOf }, sentence] = await Promise.all([
      countRules(platform, actor.scope, [rule, everybody, ...channels], {
        name: 'segment.preview_rule',
        signal: AbortSignal.any([stop.signal, gone]),
      }),
      sentenceOfRule(platform, rule),
    ]);
    const [count, all, ...reached] = counts as [HeadCount, HeadCount, ...HeadCount[]];
    return {
      count,
      everybody: all,
      reachable: channelKindNames.map((channel, index) => ({
        channel,
        people: reached[index]?.known ?? 0,
      })),
      sentence,
      asOf: asOf.toISOString(),
      milliseconds: Math.round(performance.now() - startedAt),
    };
  } finally {
    if (running.get(key) === stop) running.delete(key);
  }
}

/** Stops a running preview of a caller; false when none of that name runs here. */
export function stopPreview(actor: Actor, name: string): boolean {
  const found = running.get(`${actor.id} ${name}`);
  found?.abort();
  return found !== undefined;
}

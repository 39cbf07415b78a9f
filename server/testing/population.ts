import type { Message } from '@siyu/contract/collect';
import { accept, createSource } from '../modules/collect/index.ts';
import { type Pipeline, startPipeline } from '../pipeline/index.ts';
import type { TestApp } from './app.ts';

/** One person of a test: what came in about them. */
export interface Told {
  readonly identifiers: Readonly<Record<string, string>>;
  readonly traits?: Readonly<Record<string, unknown>>;
  readonly consents?: readonly string[];
  /** `[event, days ago, properties]`. */
  readonly events?: readonly (readonly [string, number, Readonly<Record<string, unknown>>?])[];
}

export interface Population {
  /** Sends what came in through a source of the given node (the root by default) and waits until it is counted. */
  tell(people: readonly Told[], orgId?: number): Promise<void>;
  close(): Promise<void>;
}

/** A running pipeline that people can be told to. */
export async function populationOf(app: TestApp, rootId: number): Promise<Population> {
  const { platform } = app;
  const pipeline: Pipeline = await startPipeline(platform);
  const sources = new Map<number, number>();
  let made = 0;
  const sourceOf = async (orgId: number) => {
    const found = sources.get(orgId);
    if (found !== undefined) return found;
    const source = { kind: 'site', channel: 'mini_program', name: `Source ${orgId}`, orgId };
    const { sourceId } = await createSource(platform.postgres.db(), source, platform.clock.now());
    sources.set(orgId, sourceId);
    return sourceId;
  };
  const messagesOf = ({ identifiers, traits, consents = [], events = [] }: Told): Message[] => {
    const now = platform.clock.now();
    const ids = Object.entries(identifiers).map(
      ([kind, value]) => ({ kind, value }) as Message['identifiers'][number],
    );
    return [
      {
        messageId: `p${++made}`,
        type: 'identify',
        time: now.toISOString(),
        identifiers: ids,
        ...(traits ? { traits } : {}),
        consents: consents.map((channel) => ({
          purpose: 'marketing',
          channel,
          state: 'granted',
          evidence: { form: 'test' },
        })),
      },
      ...events.map(
        ([event, daysAgo, properties = {}]): Message => ({
          messageId: `p${++made}`,
          type: 'track',
          event,
          time: new Date(now.getTime() - daysAgo * 86_400_000).toISOString(),
          identifiers: ids.slice(0, 1),
          properties,
        }),
      ),
    ];
  };
  return {
    async tell(people, orgId = rootId) {
      const sourceId = await sourceOf(orgId);
      await accept(platform, { sourceId, messages: people.flatMap(messagesOf) });
      await pipeline.idle();
    },
    close: () => pipeline.close(),
  };
}

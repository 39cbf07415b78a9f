import type { Kysely } from 'kysely';
import { defineEvents } from '../../modules/collect/index.ts';
import type { PipelineContext } from '../context.ts';
import type { Draft } from '../draft.ts';

/** Registers event names met for the first time, so that each has a display name before anybody sees it. */
export async function registerNames(
  tx: Kysely<unknown>,
  context: PipelineContext,
  draft: Draft,
): Promise<void> {
  const names = new Set<string>();
  for (const { message } of draft.entries)
    if (message.event !== undefined) names.add(message.event);
  for (const { name } of draft.derived) names.add(name);
  const fresh = [...names].filter((name) => !context.knownNames.has(`event ${name}`));
  await defineEvents(tx, fresh, draft.at);
}

/** What a committed block has registered need not be registered again. */
export function rememberNames(context: PipelineContext, draft: Draft): void {
  for (const { message } of draft.entries)
    if (message.event !== undefined) context.knownNames.add(`event ${message.event}`);
  for (const { name } of draft.derived) context.knownNames.add(`event ${name}`);
  for (const { name } of draft.traits) context.knownNames.add(`trait ${name}`);
}

import { flattenProperties, hotColumns } from '@siyu/engine/collect';
import type { Refusal } from '@siyu/engine/identity';
import type { PipelineContext } from '../context.ts';
import { type ClearIdentifier, type Draft, type Entry, setAside } from '../draft.ts';

const refusalWords: Readonly<Record<Refusal, string>> = {
  empty: 'is empty',
  masked: 'is masked',
  malformed: 'is not well-formed',
  too_long: 'is longer than 256 characters',
  junk: 'is a value that many people share',
};

/**
 * Brings identifiers to their one form, flattens properties, and looks up the places that messages name. A message
 * whose identifiers are all unusable is set aside; an unusable one beside good ones is only left out.
 */
export async function normalise(context: PipelineContext, draft: Draft): Promise<void> {
  draft.entries = draft.entries.filter((entry) => {
    const refused: string[] = [];
    entry.identifiers = identifiersOf(context, entry, refused);
    if (
      entry.identifiers.length === 0 &&
      entry.message.type !== 'document' &&
      entry.message.type !== 'erase'
    ) {
      setAside(
        draft,
        entry,
        'no_usable_identifier',
        `No identifier can be used: ${refused.join('; ')}.`,
      );
      return false;
    }
    if (entry.message.event !== undefined) readProperties(context, entry);
    return true;
  });
  await lookUpPlaces(context, draft);
}

function identifiersOf(
  context: PipelineContext,
  entry: Entry,
  refused: string[],
): ClearIdentifier[] {
  return entry.message.identifiers.flatMap((stated) => {
    const answer = context.remembered.identifier(stated);
    if ('refused' in answer) {
      refused.push(`${stated.kind} ${refusalWords[answer.refused]}`);
      return [];
    }
    return [{ kind: stated.kind, value: answer.value, hash: answer.hash as string }];
  });
}

/** Personal values leave here as keyed hashes: equal values stay equal, and nobody can read them. */
function readProperties(context: PipelineContext, entry: Entry): void {
  const flat = flattenProperties(entry.message.properties ?? {});
  for (const [name, value] of Object.entries(flat.text)) {
    if (context.remembered.isPersonalProperty(name))
      flat.text[name] = `#${context.platform.keys.hash('property', value)}`;
  }
  for (const [name, value] of Object.entries(flat.number)) {
    if (!context.remembered.isPersonalProperty(name)) continue;
    delete flat.number[name];
    flat.text[name] = `#${context.platform.keys.hash('property', String(value))}`;
  }
  entry.flat = flat;
  entry.hot = hotColumns(flat, { channel: entry.source.channel, currency: 'CNY' });
}

async function lookUpPlaces(context: PipelineContext, draft: Draft): Promise<void> {
  const codes = new Set<string>();
  for (const { message, hot } of draft.entries) {
    if (message.org !== undefined) codes.add(message.org);
    if (hot?.storeCode) codes.add(hot.storeCode);
    for (const consent of message.consents ?? [])
      if (consent.org !== undefined) codes.add(consent.org);
  }
  await context.orgs.load(
    codes,
    new Set(draft.entries.map((entry) => entry.source.orgId)),
    draft.at,
  );
  for (const entry of draft.entries) {
    entry.storeId = context.orgs.idOf(entry.hot?.storeCode || entry.message.org || '') ?? 0;
    entry.orgId = entry.storeId || entry.source.orgId;
  }
}

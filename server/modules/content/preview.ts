import { type ChannelKind, channelKinds, type RenderedMessage } from '@siyu/contract/content';
import { billedParts, characters } from '@siyu/engine/content';
import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { compileTemplate } from './compile-template.ts';
import { personValues } from './person-values.ts';
import { sampleValues } from './sample-values.ts';

/** A text as a person would see it; as the sample person when `personId` is null. Links stay as they are written. */
export async function preview(
  platform: Platform,
  text: { readonly channel: ChannelKind; readonly subject: string; readonly body: string },
  personId: number | null,
): Promise<RenderedMessage> {
  const kind = channelKinds[text.channel];
  const values = personId === null ? sampleValues : await valuesOf(platform, personId);
  try {
    const { subject, body, missing } = compileTemplate({ ...text, format: kind.format }).render(
      values,
    );
    return {
      subject,
      body,
      format: kind.format,
      length: characters(body),
      lengthLimit: kind.bodyLimit,
      parts: billedParts(body, kind.partLength),
      missing: [...missing],
    };
  } catch (error) {
    throw problem('content.render_failed', { reason: (error as Error).message }, error);
  }
}

/** A real person's values; of the event, the brand and the way out only the sample can be shown. */
async function valuesOf(platform: Platform, personId: number) {
  const own = (await personValues(platform, [personId])).get(personId) ?? {};
  const rest = Object.entries(sampleValues).filter(([name]) => !name.startsWith('person.'));
  return { ...Object.fromEntries(rest), ...own };
}

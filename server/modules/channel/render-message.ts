import { channelKinds } from '@siyu/contract/content';
import { characters } from '@siyu/engine/content';
import type { CompiledTemplate, VariableValues } from '../content/index.ts';
import type { MessageAddresses } from './public-address.ts';
import type { Send } from './send-order.ts';

/** Where the open pixel goes: before the end of the body, or last. */
const bodyEnd = /<\/body\s*>/i;

/** The message of one delivery. Throws when it cannot be rendered or became too long for its channel. */
export function renderMessage(
  send: Pick<Send, 'channel'>,
  template: CompiledTemplate,
  values: VariableValues,
  addresses: MessageAddresses,
): { readonly subject: string; readonly body: string } {
  const kind = channelKinds[send.channel];
  const { subject, body } = template.render(
    { ...values, unsubscribe_url: addresses.unsubscribe },
    addresses.link,
  );
  const length = characters(body);
  if (length > kind.bodyLimit) throw new Error(`${length} characters, at most ${kind.bodyLimit}`);
  if (kind.format === 'text') return { subject, body };
  const pixel = `<img src="${addresses.pixel}" width="1" height="1" alt="">`;
  return {
    subject,
    body: bodyEnd.test(body) ? body.replace(bodyEnd, `${pixel}$&`) : body + pixel,
  };
}

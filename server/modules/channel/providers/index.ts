import type { ChannelKind } from '@siyu/contract/content';
import type { Provider } from './provider.ts';
import { sandbox } from './sandbox/provider.ts';
import { smtp } from './smtp/provider.ts';

export const providers: readonly Provider[] = [sandbox, smtp];

/** The provider of a name for a kind of channel, if there is one. */
export function providerFor(name: string, kind: ChannelKind): Provider | undefined {
  return providers.find((provider) => provider.name === name && provider.channels.includes(kind));
}

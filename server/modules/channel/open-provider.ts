import type { Platform } from '../../platform/platform.ts';
import type { ChannelSetting } from './channel-setting.ts';
import { providerFor } from './providers/index.ts';
import type { Provider, ProviderSession } from './providers/provider.ts';

/** The secrets of a channel in the clear, for its provider only. */
export async function readSecrets(
  platform: Pick<Platform, 'keys'>,
  { secretKeyId, secretBody }: Pick<ChannelSetting, 'secretKeyId' | 'secretBody'>,
): Promise<Readonly<Record<string, string>>> {
  if (secretKeyId === null || secretBody === null) return {};
  const plain = await platform.keys.open(secretKeyId, secretBody);
  return JSON.parse(plain.toString()) as Record<string, string>;
}

/** The provider of a channel with an open session. */
export async function openProvider(
  platform: Pick<Platform, 'keys'>,
  setting: ChannelSetting,
): Promise<{ readonly provider: Provider; readonly session: ProviderSession }> {
  const provider = providerFor(setting.provider, setting.kind);
  if (!provider) {
    throw new Error(`Channel ${setting.kind} uses an unknown provider, ${setting.provider}.`);
  }
  const secrets = await readSecrets(platform, setting);
  return { provider, session: provider.open({ values: setting.settings, secrets }) };
}

import type { Platform } from '../../platform/platform.ts';
import type { ChannelSetting } from './channel-setting.ts';
import { providerFor } from './providers/index.ts';
import type { Provider, ProviderSession } from './providers/provider.ts';

/** The provider of a channel with an open session; its secrets are decrypted for it and nobody else. */
export async function openProvider(
  platform: Pick<Platform, 'keys'>,
  setting: ChannelSetting,
): Promise<{ readonly provider: Provider; readonly session: ProviderSession }> {
  const provider = providerFor(setting.provider, setting.kind);
  if (!provider)
    throw new Error(`Channel ${setting.kind} uses an unknown provider, ${setting.provider}.`);
  const { secretKeyId, secretBody } = setting;
  const secrets =
    secretKeyId !== null && secretBody !== null
      ? (JSON.parse((await platform.keys.open(secretKeyId, secretBody)).toString()) as Record<
          string,
          string
        >)
      : {};
  return { provider, session: provider.open({ values: setting.settings, secrets }) };
}

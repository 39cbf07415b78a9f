import type { ChannelChange } from '@siyu/contract/channel';
import type { ChannelKind } from '@siyu/contract/content';
import { sql } from 'kysely';
import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { channelSetting } from './channel-setting.ts';
import { readSecrets } from './open-provider.ts';
import { providerFor, providers } from './providers/index.ts';
import type { Provider, ProviderSettings } from './providers/provider.ts';

/**
 * Changes how a channel leaves the house; secrets are sealed. Choosing another provider forgets the settings and secrets of the one
 * before and falls back to test mode unless told otherwise. @throws channel.provider_unknown channel.setting_invalid
 */
export async function changeChannel(
  platform: Platform,
  kind: ChannelKind,
  change: ChannelChange,
  by: string,
): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const before = await channelSetting(db, kind);
  const provider = requireProvider(kind, change.provider ?? before.provider);
  const isSame = provider.name === before.provider;
  const values = { ...(isSame ? before.settings : {}), ...change.settings };
  const secrets = mergeSecrets(
    isSame ? await readSecrets(platform, before) : {},
    change.secrets ?? {},
  );
  requireSettings(provider, { values, secrets });
  const now = platform.clock.now();
  const names = Object.keys(secrets);
  const sealed =
    names.length > 0 ? await platform.keys.seal('secret', JSON.stringify(secrets), now) : null;
  const mode = change.mode ?? (isSame ? before.mode : 'test');
  const rate = change.ratePerSecond ?? (isSame ? before.ratePerSecond : provider.ratePerSecond);
  await sql`
    insert into channel.setting (kind, provider, mode, settings, secret_key_id, secret_body, secret_names, rate_per_second,
      free_at, changed_at, changed_by)
    values (${kind}, ${provider.name}, ${mode}, ${JSON.stringify(values)}::jsonb, ${sealed?.keyId ?? null},
      ${sealed?.body ?? null}, ${names}::text[], ${rate}, ${now}, ${now}, ${by})
    on conflict (kind) do update set provider = excluded.provider, mode = excluded.mode, settings = excluded.settings,
      secret_key_id = excluded.secret_key_id, secret_body = excluded.secret_body, secret_names = excluded.secret_names,
      rate_per_second = excluded.rate_per_second, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
    db,
  );
}

function requireProvider(kind: ChannelKind, name: string): Provider {
  const provider = providerFor(name, kind);
  if (provider) return provider;
  const known = providers.filter(({ channels }) => channels.includes(kind)).map((one) => one.name);
  throw problem('channel.provider_unknown', {
    provider: name,
    channel: kind,
    known: known.join(', '),
  });
}

function mergeSecrets(
  before: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> {
  const merged = { ...before, ...change };
  return Object.fromEntries(
    Object.entries(merged).filter(
      (entry): entry is [string, string] => entry[1] !== null && entry[1] !== '',
    ),
  );
}

const mistakes = {
  unknown: { zh: '该服务商没有此设置', en: 'this provider has no such setting' },
  missing: { zh: '必填', en: 'is required' },
  wrong: { zh: '类型或取值不正确', en: 'has the wrong type or value' },
} as const;

function requireSettings({ fields }: Provider, { values, secrets }: ProviderSettings): void {
  const refuse = (setting: string, mistake: keyof typeof mistakes) =>
    problem('channel.setting_invalid', { setting, problem: mistakes[mistake] });
  for (const name of [...Object.keys(values), ...Object.keys(secrets)]) {
    if (!fields.some((field) => field.name === name)) throw refuse(name, 'unknown');
  }
  for (const { name, type, required, choices } of fields) {
    const value = type === 'secret' ? secrets[name] : values[name];
    if (value === undefined || value === '') {
      if (required) throw refuse(name, 'missing');
      continue;
    }
    const expected = type === 'number' || type === 'boolean' ? type : 'string';
    const isChoice = type !== 'choice' || choices?.includes(String(value));
    if (typeof value !== expected || !isChoice) throw refuse(name, 'wrong');
  }
}

import type { ChannelKind } from '@siyu/contract/content';
import { channelKindNames } from '@siyu/contract/content';
import { type Kysely, sql } from 'kysely';
import { sandbox } from './providers/sandbox/provider.ts';

/** How a kind of channel leaves the house. */
export interface ChannelSetting {
  readonly kind: ChannelKind;
  readonly provider: string;
  readonly mode: 'test' | 'live';
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly secretKeyId: number | null;
  readonly secretBody: Buffer | null;
  readonly secretNames: readonly string[];
  readonly ratePerSecond: number;
  readonly changedAt: Date | null;
}

const unset = (kind: ChannelKind): ChannelSetting => ({
  kind,
  provider: sandbox.name,
  mode: 'test',
  settings: {},
  secretKeyId: null,
  secretBody: null,
  secretNames: [],
  ratePerSecond: sandbox.ratePerSecond,
  changedAt: null,
});

/** The settings of every kind; those that nobody has changed use the sandbox. */
export async function channelSettings(db: Kysely<unknown>): Promise<readonly ChannelSetting[]> {
  const { rows } = await sql<ChannelSetting>`
    select kind, provider, mode, settings, secret_key_id as "secretKeyId", secret_body as "secretBody",
      secret_names as "secretNames", rate_per_second as "ratePerSecond", changed_at as "changedAt"
    from channel.setting`.execute(db);
  return channelKindNames.map((kind) => rows.find((row) => row.kind === kind) ?? unset(kind));
}

export async function channelSetting(
  db: Kysely<unknown>,
  kind: ChannelKind,
): Promise<ChannelSetting> {
  const all = await channelSettings(db);
  return all.find((setting) => setting.kind === kind) ?? unset(kind);
}

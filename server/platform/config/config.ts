import type { Static } from 'typebox';
import type { SettingName, settings } from './settings.ts';

type ValueOf<Name extends SettingName> = Static<(typeof settings)[Name]['schema']>;
type WithDefault = {
  [Name in SettingName]: (typeof settings)[Name] extends { default: unknown } ? Name : never;
}[SettingName];

/** Settings in force, validated. Those without a default may be absent; `home` always has a value. */
export type Config = {
  readonly [Name in WithDefault | 'home']: ValueOf<Name>;
} & {
  readonly [Name in Exclude<SettingName, WithDefault | 'home'>]?: ValueOf<Name>;
};

export type Origin = 'default' | 'file' | 'environment' | 'option';

/** One line of `siyu config`. */
export interface SettingInForce {
  readonly name: SettingName;
  readonly env: string;
  readonly value: string | number | boolean | null;
  readonly origin: Origin;
  readonly secret: boolean;
  readonly about: string;
}

/** A configuration that cannot be used, told in one sentence per mistake. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export { type Config, ConfigError, type Origin, type SettingInForce } from './config.ts';
export { type LoadedConfig, loadConfig } from './load-config.ts';
export { settings } from './settings.ts';

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Check, Errors } from 'typebox/value';
import { type Config, ConfigError, type Origin, type SettingInForce } from './config.ts';
import { type SettingName, settings } from './settings.ts';

export interface LoadedConfig {
  readonly config: Config;
  readonly inForce: readonly SettingInForce[];
}

const names = Object.keys(settings) as SettingName[];
const repository = resolve(import.meta.dirname, '../../..');

/**
 * Reads the settings: an option of the command wins over the environment, the environment over `siyu.json` in the home
 * folder, the file over the default. The default home is `.siyu` in the working copy.
 * Throws a `ConfigError` that names every unknown key and every wrong value.
 */
export function loadConfig(
  options: Partial<Config> = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
): LoadedConfig {
  const home = resolve(options.home ?? (environment.SIYU_HOME || join(repository, '.siyu')));
  const file = join(home, 'siyu.json');
  const fromFile = readFile(file);
  const mistakes = [...unknownVariables(environment), ...unknownKeys(fromFile, file)];

  const values: Record<string, unknown> = {};
  const inForce: SettingInForce[] = [];
  for (const name of names) {
    const { env, schema, about } = settings[name];
    const found = settingValue(name, home, options, environment, fromFile);
    if (found.value !== undefined) {
      const [error] = Check(schema, found.value) ? [] : Errors(schema, found.value);
      if (error) mistakes.push(`${placeOf(found.origin, name, file)} ${error.message}`);
      values[name] = found.value;
    }
    const secret = 'secret' in settings[name];
    inForce.push({
      name,
      env,
      about,
      secret,
      origin: found.origin,
      value: shown(found.value, secret),
    });
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes.map((text) => `${text}.`).join('\n'));
  return { config: Object.freeze(values) as unknown as Config, inForce };
}

function settingValue(
  name: SettingName,
  home: string,
  options: Partial<Config>,
  environment: Readonly<Record<string, string | undefined>>,
  fromFile: Readonly<Record<string, unknown>>,
): { value: unknown; origin: Origin } {
  const { env, schema } = settings[name];
  const variable = environment[env];
  if (name === 'home') {
    const origin = options.home ? 'option' : variable ? 'environment' : 'default';
    return { value: home, origin };
  }
  if (options[name] !== undefined) return { value: options[name], origin: 'option' };
  if (variable) return { value: fromText(variable, schema), origin: 'environment' };
  if (fromFile[name] !== undefined) return { value: fromFile[name], origin: 'file' };
  const setting = settings[name];
  return { value: 'default' in setting ? setting.default : undefined, origin: 'default' };
}

/** Environment variables are text; a number or truth that cannot be read stays text and is refused by its schema. */
function fromText(text: string, schema: object): unknown {
  const type = 'type' in schema ? schema.type : undefined;
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (type === 'boolean') {
    if (['true', '1', 'yes'].includes(text)) return true;
    if (['false', '0', 'no'].includes(text)) return false;
  }
  return text;
}

function readFile(file: string): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) return {};
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) {
      return content as Record<string, unknown>;
    }
  } catch (error) {
    throw new ConfigError(`${file} cannot be read as JSON: ${(error as Error).message}.`);
  }
  throw new ConfigError(`${file} must hold one JSON object.`);
}

function unknownKeys(content: Readonly<Record<string, unknown>>, file: string): string[] {
  return Object.keys(content)
    .filter((key) => key === 'home' || !names.includes(key as SettingName))
    .map((key) =>
      key === 'home'
        ? `${file}: home cannot be set in the home folder itself, use SIYU_HOME`
        : `${file}: there is no setting ${key}, known are ${names.join(', ')}`,
    );
}

/** Variables for tests and tools are named SIYU_TEST_…; every other SIYU_ name that we do not know is a slip of the pen. */
function unknownVariables(environment: Readonly<Record<string, string | undefined>>): string[] {
  const known: readonly string[] = names.map((name) => settings[name].env);
  return Object.keys(environment)
    .filter((key) => key.startsWith('SIYU_') && !key.startsWith('SIYU_TEST_'))
    .filter((key) => !known.includes(key))
    .map((key) => `There is no environment variable ${key}, known are ${known.join(', ')}`);
}

function placeOf(origin: Origin, name: SettingName, file: string): string {
  if (origin === 'environment') return settings[name].env;
  return origin === 'file' ? `${file}: ${name}` : name;
}

function shown(value: unknown, secret: boolean): SettingInForce['value'] {
  if (value === undefined) return null;
  return secret ? '••••••' : (value as string | number | boolean);
}

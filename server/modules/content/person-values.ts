import type { TemplateVariable } from '@siyu/contract/content';
import type { Platform } from '../../platform/platform.ts';
import { templateData } from '../profile/index.ts';
import type { VariableValues } from './compile-template.ts';

/** From which trait each `person.…` variable comes; the first that has a value. */
const traits: Readonly<Partial<Record<TemplateVariable, readonly string[]>>> = {
  'person.name': ['name', 'full_name', 'nickname'],
  'person.first_name': ['first_name'],
  'person.gender': ['gender'],
  'person.city': ['city'],
  'person.province': ['province', 'region'],
  'person.birthday': ['birthday'],
  'person.level': ['level', 'member_level'],
  'person.points': ['points'],
};

/** The values of `person.…` variables for some people; what is not known of a person is absent. */
export async function personValues(
  platform: Platform,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, VariableValues>> {
  const people = await templateData(platform, personIds);
  return new Map(Array.from(people, ([personId, data]) => [personId, valuesOf(data)]));
}

function valuesOf(data: Readonly<Record<string, unknown>>): VariableValues {
  const values: Partial<Record<TemplateVariable, string>> = {};
  for (const [variable, names] of Object.entries(traits) as [
    TemplateVariable,
    readonly string[],
  ][]) {
    const stated = names.map((name) => data[name]).find(isSayable);
    if (stated !== undefined) values[variable] = written(variable, String(stated));
  }
  return values;
}

const isSayable = (value: unknown): boolean =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

function written(variable: TemplateVariable, value: string): string {
  if (variable === 'person.birthday') return /(\d{2}-\d{2})(?:T.*)?$/.exec(value)?.[1] ?? value;
  return value;
}

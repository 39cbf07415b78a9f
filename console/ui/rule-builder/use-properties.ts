import type { Property, Vocabulary } from '@siyu/contract/segment';
import { useVocabulary } from './vocabulary.ts';

export type EventProperty = Vocabulary['events'][number]['properties'][number];

/** The properties that any of some events may have, each once. */
export function useProperties(names: readonly string[]): readonly EventProperty[] {
  const { events } = useVocabulary();
  const found = new Map<string, EventProperty>();
  for (const event of events.filter(({ name }) => names.includes(name))) {
    for (const property of event.properties) found.set(keyOf(property), property);
  }
  return [...found.values()];
}

/** How a property is known in a list of choices. */
export const keyOf = (property: { readonly in: string; readonly name: string }): string =>
  `${property.in}.${property.name}`;

/** A choice as a rule states it. */
export const asProperty = ({ in: place, name }: EventProperty): Property =>
  ({ in: place, name }) as Property;

export const isMoneyProperty = (property: Property): boolean =>
  property.in === 'column' && property.name === 'revenue';

export const isNumberProperty = (property: Property): boolean =>
  property.in === 'number' || isMoneyProperty(property);

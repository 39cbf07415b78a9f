import type { Property } from '@siyu/contract/segment';
import type { EventData } from './people.ts';

/** Reads a property of an event; null where there is none. */
export function propertyReader(property: Property): (event: EventData) => string | number | null {
  const { name } = property;
  if (property.in === 'column') {
    return (event) => {
      const value = event[property.name];
      return value === '' ? null : value;
    };
  }
  if (property.in === 'text') {
    return ({ text }) => (Object.hasOwn(text, name) ? text[name] || null : null);
  }
  return ({ number }) => (Object.hasOwn(number, name) ? (number[name] ?? null) : null);
}

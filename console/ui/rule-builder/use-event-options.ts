import { useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { useVocabulary } from './vocabulary.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Events to choose from: those that have come in, and those already chosen. */
export function useEventOptions(chosen: readonly string[]): Option[] {
  const nameOf = useNameOf();
  const names = useNames();
  const { events } = useVocabulary();
  const known = events.map((event) => ({ value: event.name, label: nameOf(event) }));
  const others = chosen.filter((name) => !events.some((event) => event.name === name));
  return [...known, ...others.map((name) => ({ value: name, label: names.event(name) }))];
}

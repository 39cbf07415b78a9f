import { liveRoutes, propertyNames } from '@siyu/contract/collect';
import { getVocabulary } from '@siyu/contract/segment';
import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { readOf } from './api/index.ts';
import { useNameOf } from './language/index.ts';
import { useMay } from './session/index.ts';

/** Display names of events, their properties and traits, so that no raw key reaches an operator's eye. */
export interface Names {
  event(name: string): string;
  property(name: string): string;
  trait(name: string): string;
  /** A channel of acquisition or of messages. */
  channel(code: string): string;
}

/** The dictionary of names; a key the server has not named yet is written as words. */
export function useNames(): Names {
  const nameOf = useNameOf();
  const may = useMay();
  const { data: events } = useQuery({ ...readOf(liveRoutes.listEventNames), staleTime: 300_000 });
  const { data: words } = useQuery({
    ...readOf(getVocabulary),
    staleTime: 600_000,
    enabled: may('segments.read'),
  });
  const eventNames = new Map(events?.events.map((each) => [each.name, nameOf(each)]));
  const properties = new Map(
    words?.events.flatMap((event) => event.properties.map((each) => [each.name, nameOf(each)])),
  );
  const traits = new Map(words?.traits.map((each) => [each.name, nameOf(each)]));
  return {
    event: (name) => eventNames.get(name) ?? asWords(name),
    property: (name) => {
      const common = propertyNames[name];
      return properties.get(name) ?? (common ? nameOf(common) : asWords(name));
    },
    trait: (name) => traits.get(name) ?? named('trait', name),
    channel: (code) => named('channel', code),
  };
}

function named(kind: 'trait' | 'channel', key: string): string {
  const path = `words:${kind}.${key}`;
  return i18next.exists(path) ? i18next.t(path) : asWords(key);
}

/** `order_id` → `order id`. */
const asWords = (key: string): string => key.replace(/[_$.]+/g, ' ').trim();

import { eventNames, liveRoutes, propertyNames } from '@siyu/contract/collect';
import { privateChannels, publicChannels } from '@siyu/contract/insight';
import { personRoutes, traitNames } from '@siyu/contract/profile';
import { getVocabulary } from '@siyu/contract/segment';
import { useQuery } from '@tanstack/react-query';
import { readOf } from './api/index.ts';
import { type Named, useLocale, useNameOf } from './language/index.ts';
import { useMay } from './session/index.ts';
import { type ValueContext, valueWords } from './value-words.ts';
import { useZone } from './zone.ts';

/** Display names of events, their properties, traits and channels, so that no raw key reaches an operator's eye. */
export interface Names {
  event(name: string): string;
  property(name: string): string;
  trait(name: string): string;
  /** The value of a property or trait as a person reads it: 已完成 for the status `completed`. */
  value(key: string, value: unknown): string;
  /** A channel of acquisition or of messages. */
  channel(code: string): string;
}

/** Channels of acquisition with their names, the brand's own first. */
const channelNames: Readonly<Record<string, Named>> = {
  ...privateChannels,
  ...publicChannels,
};

/** The dictionary of names; a key that nobody has named yet is written as words. */
export function useNames(): Names {
  const nameOf = useNameOf();
  const may = useMay();
  const { data: events } = useQuery({ ...readOf(liveRoutes.listEventNames), staleTime: 300_000 });
  const { data: traits } = useQuery({ ...readOf(personRoutes.listTraitNames), staleTime: 300_000 });
  const { data: words } = useQuery({
    ...readOf(getVocabulary),
    staleTime: 600_000,
    enabled: may('segments.read'),
  });
  const ofEvents = new Map(events?.events.map((each) => [each.name, each]));
  const ofTraits = new Map(traits?.traits.map((each) => [each.name, each]));
  const ofProperties = new Map(
    words?.events.flatMap((event) => event.properties.map((each) => [each.name, each])),
  );
  const name = (named: Named | undefined, key: string) => (named ? nameOf(named) : asWords(key));
  const channelOf = (key: string) => channelNames[key] ?? channelNames[key.split('_')[0] ?? ''];
  const ofOrgs = new Map(words?.orgs.map((each) => [each.code, each]));
  const context: ValueContext = {
    locale: useLocale(),
    zone: useZone(),
    channel: (code) => {
      const found = channelNames[code];
      return found && nameOf(found);
    },
    org: (code) => {
      const found = ofOrgs.get(code);
      return found && nameOf(found);
    },
  };
  return {
    event: (key) => name(ofEvents.get(key) ?? eventNames[key], key),
    property: (key) => name(ofProperties.get(key) ?? propertyNames[key], key),
    trait: (key) => name(ofTraits.get(key) ?? traitNames[key], key),
    value: (key, value) => valueWords(key, value, context),
    channel: (key) => name(channelOf(key), key),
  };
}

/** `order_id` → `order id`. */
const asWords = (key: string): string => key.replace(/[_$.]+/g, ' ').trim();

import type { IdentifierKind } from '@siyu/contract/identity';
import type { Leaf } from '@siyu/contract/segment';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { newEventLeaf, newTraitTest } from './new-leaf.ts';
import { useVocabulary } from './vocabulary.ts';

export interface Offer {
  readonly key: string;
  readonly label: string;
  readonly make: () => Leaf;
}

export interface OfferGroup {
  /** `rule:picker.<name>`. */
  readonly name: string;
  readonly offers: readonly Offer[];
}

/** What a new condition may be about, by kind, cut down to the words typed. */
export function useOffers(words: string): readonly OfferGroup[] {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const vocabulary = useVocabulary();
  const groups: readonly OfferGroup[] = [
    {
      name: 'events',
      offers: vocabulary.events.map((event) => ({
        key: event.name,
        label: nameOf(event),
        make: () => newEventLeaf(event.name),
      })),
    },
    {
      name: 'tags',
      offers: vocabulary.tags.map((tag) => ({
        key: tag.tag,
        label: nameOf(tag),
        make: () => ({ kind: 'tag', tag: tag.tag }),
      })),
    },
    {
      name: 'traits',
      offers: vocabulary.traits.map((trait) => ({
        key: trait.name,
        label: nameOf(trait),
        make: () => ({ kind: 'trait', trait: trait.name, test: newTraitTest(trait.type) }),
      })),
    },
    {
      name: 'segments',
      offers: vocabulary.segments.map(({ segment, name }) => ({
        key: segment,
        label: name,
        make: () => ({ kind: 'segment', segment }),
      })),
    },
    {
      name: 'consents',
      offers: vocabulary.consents.map(({ purpose, channel, label }) => ({
        key: `${purpose}.${channel}`,
        label: nameOf(label),
        make: () => ({ kind: 'consent', purpose, channel }),
      })),
    },
    {
      name: 'identifiers',
      offers: [
        { key: 'known', label: t('rule:known'), make: (): Leaf => ({ kind: 'known' }) },
        ...vocabulary.identifiers.map((identifier) => ({
          key: identifier.name,
          label: t('rule:hasIdentifier', { name: nameOf(identifier) }),
          make: (): Leaf => ({
            kind: 'identifier',
            identifier: identifier.name as IdentifierKind,
          }),
        })),
      ],
    },
    {
      name: 'orgs',
      offers: vocabulary.orgs.map((org) => ({
        key: org.code,
        label: nameOf(org),
        make: () => ({ kind: 'org', org: org.code }),
      })),
    },
  ];
  const wanted = words.trim().toLowerCase();
  return groups
    .map(({ name, offers }) => ({
      name,
      offers: offers.filter(({ label }) => label.toLowerCase().includes(wanted)),
    }))
    .filter(({ offers }) => offers.length > 0);
}

import type { Leaf } from '@siyu/contract/segment';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import styles from './rule-builder.module.css';
import { useVocabulary } from './vocabulary.ts';

type Plain = Exclude<Leaf, { readonly kind: 'trait' | 'tag' | 'event' }>;

/** A condition that has no blanks: a consent, an identifier, a segment, a node, being known. */
export function PlainLeaf({ leaf, mark }: { readonly leaf: Plain; readonly mark: ReactNode }) {
  const { t } = useTranslation();
  const name = usePlainName(leaf);
  return (
    <div className={styles.line}>
      {mark}
      <span className={styles.word}>{t(`rule:leaf.${leaf.kind}`)}</span>
      <span className={styles.name}>{name}</span>
    </div>
  );
}

function usePlainName(leaf: Plain): string {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const vocabulary = useVocabulary();
  const unknown = t('rule:gone');
  switch (leaf.kind) {
    case 'known':
      return t('rule:known');
    case 'segment':
      return vocabulary.segments.find(({ segment }) => segment === leaf.segment)?.name ?? unknown;
    case 'consent': {
      const consent = vocabulary.consents.find(
        ({ purpose, channel }) => purpose === leaf.purpose && channel === leaf.channel,
      );
      return consent ? nameOf(consent.label) : unknown;
    }
    case 'identifier': {
      const identifier = vocabulary.identifiers.find(({ name }) => name === leaf.identifier);
      return identifier ? nameOf(identifier) : unknown;
    }
    case 'org': {
      const org = vocabulary.orgs.find(({ code }) => code === leaf.org);
      return org ? nameOf(org) : unknown;
    }
  }
}

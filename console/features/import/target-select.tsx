import {
  type ColumnGuess,
  type ColumnUse,
  type ImportKind,
  importTargets,
} from '@siyu/contract/collect';
import { channelKinds } from '@siyu/contract/content';
import { identifierKinds } from '@siyu/contract/identity';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { useVocabularyQuery } from '../../ui/rule-builder/vocabulary.ts';

export interface TargetSelectProps {
  readonly kind: ImportKind;
  readonly guess: ColumnGuess;
  readonly use: ColumnUse | undefined;
  readonly onChange: (use: ColumnUse | null) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const freeName = /^[A-Za-z_$][A-Za-z0-9_$.-]{0,63}$/;

/** What one column becomes: an identifier, a trait, a field of the order, a consent, or nothing. */
export function TargetSelect({ kind, guess, use, onChange }: TargetSelectProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const groups = useTargets(kind);
  const known = new Set(groups.flatMap(({ options }) => options.map(({ value }) => value)));
  const place = kind === 'events' ? 'property' : 'trait';
  const own = [
    use?.target,
    guess.suggestion?.target,
    freeName.test(typed) ? `${place}.${typed}` : '',
  ]
    .filter((target) => target !== undefined && target !== '' && !known.has(target))
    .map((target) => ({
      value: String(target),
      label: t('import:target.own', { name: nameIn(target) }),
    }));
  const choose = (target: string | undefined) => {
    if (target === undefined) {
      onChange(null);
      return;
    }
    const isTyped = target.startsWith('trait.') || target.startsWith('property.');
    onChange({
      column: guess.column,
      target,
      ...(isTyped ? { type: guess.type } : {}),
      ...(guess.suggestion?.target === target ? guess.suggestion : {}),
    });
  };
  return (
    <Select
      allowClear
      value={use?.target}
      aria-label={guess.column}
      placeholder={t('import:mapping.leaveOut')}
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
      style={{ flex: 1, minWidth: 0 }}
      popupMatchSelectWidth={260}
      options={[
        ...(own.length > 0 ? [{ label: t('import:target.ownGroup'), options: own }] : []),
        ...groups,
      ]}
      onChange={choose}
    />
  );
}

const nameIn = (target: string | undefined): string => (target ?? '').replace(/^[a-z]+\./, '');

function useTargets(kind: ImportKind): { readonly label: string; readonly options: Option[] }[] {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const names = useNames();
  const vocabulary = useVocabularyQuery();
  const fields = importTargets[kind].map((value) => ({
    value,
    label: t(`import:target.${value.replace('.', '_')}`),
  }));
  const identifiers = Object.entries(identifierKinds).map(([name, each]) => ({
    value: `identifier.${name}`,
    label: nameOf(each),
  }));
  const traits = ['name', 'gender', 'birthday', 'city', 'province', 'address', 'level']
    .concat(vocabulary.data?.traits.map(({ name }) => name) ?? [])
    .filter((name, index, all) => all.indexOf(name) === index)
    .map((name) => ({ value: `trait.${name}`, label: names.trait(name) }));
  const consents = Object.entries(channelKinds).map(([name, each]) => ({
    value: `consent.marketing.${name}`,
    label: t('import:target.consent', { channel: nameOf(each) }),
  }));
  return [
    { label: t(`import:kind.${kind}`), options: fields },
    { label: t('import:target.identifiers'), options: identifiers },
    ...(kind === 'people'
      ? [
          { label: t('import:target.traits'), options: traits },
          { label: t('import:target.consents'), options: consents },
        ]
      : []),
  ];
}

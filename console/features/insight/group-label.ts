import type { Breakdown } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';

interface Group {
  readonly key: string;
  readonly rest: boolean;
  readonly name: { readonly zh: string; readonly en: string } | null;
}

/** The name of a group in a breakdown. */
export function useGroupLabel(breakdown: Breakdown | undefined): (group: Group) => string {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const names = useNames();
  return ({ key, rest, name }) => {
    if (rest) return t('insight:group.rest');
    if (name) return nameOf(name);
    if (key === '' || key === '0') return t('insight:group.none');
    return breakdown?.by === 'property' ? names.value(breakdown.property.name, key) : key;
  };
}

import type { PropertyFilter } from '@siyu/contract/segment';
import { useTranslation } from 'react-i18next';
import { formatExact, formatMoney } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { useMe } from '../../kit/session/index.ts';
import { isMoneyProperty } from '../../ui/rule-builder/use-properties.ts';
import { useVocabularyQuery } from '../../ui/rule-builder/vocabulary.ts';

export interface PropertyFiltersProps {
  readonly event: string;
  readonly where: readonly PropertyFilter[];
}

/** An event and what must be true of it, in words. */
export function PropertyFilters({ event, where }: PropertyFiltersProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = useNameOf();
  const names = useNames();
  const { organisation } = useMe();
  const { data } = useVocabularyQuery();
  const say = ({ property, test }: PropertyFilter): string => {
    const one = (value: string | number | boolean): string => {
      if (typeof value === 'boolean') return t(value ? 'rule:yes' : 'rule:no');
      if (typeof value === 'number') {
        return isMoneyProperty(property)
          ? formatMoney(value, organisation.currency, locale)
          : formatExact(value, locale);
      }
      const place = data?.orgs.find(({ code }) => code === value);
      return place && ['store', 'org'].includes(property.name) ? nameOf(place) : value;
    };
    const blanks =
      'values' in test
        ? test.values.map(one).join(t('channel:comma'))
        : 'value' in test
          ? one(test.value)
          : test.op === 'between'
            ? `${one(test.from)} ${t('rule:to')} ${one(test.to)}`
            : '';
    return [names.property(property.name), t(`rule:op.${test.op}`), blanks]
      .filter(Boolean)
      .join(' ');
  };
  return (
    <span>
      {names.event(event)}
      {where.length > 0 && (
        <span style={{ color: 'var(--ink3)' }}>
          {' · '}
          {where.map(say).join(` ${t('rule:joint.and')} `)}
        </span>
      )}
    </span>
  );
}

import type { EventAnswer, EventQuestion } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { formatCount, formatExact, formatMoney, minorDigits } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { useGroupLabel } from './group-label.ts';

export type AnswerGroup = EventAnswer['groups'][number];

/** Whether a series measures money, in minor units. */
const isMoney = (question: EventQuestion, series: number): boolean => {
  const measure = question.series[series]?.measure;
  const property = measure && 'property' in measure ? measure.property : undefined;
  return property?.in === 'column' && property.name === 'revenue';
};

/** The words of an answer: what a group is called and how its numbers are written. */
export function useSeriesWords(question: EventQuestion, currency: string) {
  const { t } = useTranslation();
  const locale = useLocale();
  const names = useNames();
  const labelOf = useGroupLabel(question.breakdown);
  const eventsOf = (series: number) =>
    (question.series[series]?.events ?? []).map(names.event).join(' / ');
  const measureOf = (series: number) => {
    const measure = question.series[series]?.measure;
    if (!measure) return '';
    const property = 'property' in measure && measure.property ? measure.property.name : null;
    if (property === null) {
      return t(`insight:measure.${measure.of === 'per_person' ? 'perPerson' : measure.of}`);
    }
    const name = names.property(property);
    return t(measure.of === 'sum' ? 'insight:measure.sum' : 'insight:measure.sumPerPerson', {
      name,
    });
  };
  return {
    groupName: (group: AnswerGroup): string => {
      const event = `${eventsOf(group.series)} · ${measureOf(group.series)}`;
      if (question.breakdown === undefined) return event;
      return question.series.length > 1 ? `${labelOf(group)} · ${event}` : labelOf(group);
    },
    write: (series: number, value: number): string => {
      if (isMoney(question, series)) return formatMoney(Math.round(value), currency, locale);
      return formatExact(value, locale);
    },
    writeShort: (series: number, value: number): string =>
      isMoney(question, series)
        ? formatCount(value / 10 ** minorDigits(currency), locale)
        : formatCount(value, locale),
  };
}

/** The question about the people behind a point of an answer. */
export function peopleOf(question: EventQuestion, group: AnswerGroup, bucket?: string) {
  const inGroup = group.rest
    ? { rest: true }
    : question.breakdown === undefined
      ? {}
      : { group: group.key };
  return {
    question: {
      behind: 'events' as const,
      question,
      series: group.series,
      ...inGroup,
      ...(bucket === undefined ? {} : { bucket }),
    },
  };
}

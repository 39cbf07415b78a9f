import type { CalendarRule, CampaignDefinition, Wait } from '@siyu/contract/journey';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { useZone } from '../../kit/zone.ts';

/** When a campaign goes out, as words. */
export function useTimingWords(entry: CampaignDefinition['entry']): string {
  const { t } = useTranslation();
  const locale = useLocale();
  const zone = useZone();
  if (entry.kind === 'event') return waitWords(entry.wait, t);
  const { timing } = entry;
  if (timing.kind === 'now') return t('campaign:timing.now');
  if (timing.kind === 'at') return formatTime(new Date(timing.at), locale, zone);
  return calendarWords(timing.rule, t);
}

function waitWords(wait: Wait, t: TFunction): string {
  if (wait.kind === 'none') return t('campaign:waitWords.none');
  if (wait.kind === 'hour') return t('campaign:waitWords.hour', { days: wait.days, at: wait.at });
  if (wait.kind === 'days') return t('campaign:waitWords.days', { count: wait.days });
  return wait.minutes % 60 === 0
    ? t('campaign:waitWords.hours', { count: wait.minutes / 60 })
    : t('campaign:waitWords.minutes', { count: wait.minutes });
}

function calendarWords(rule: CalendarRule, t: TFunction): string {
  const days = (rule.weekdays ?? []).map((day) => t(`campaign:weekday.${day}`));
  const words = t(`campaign:everyWords.${rule.every}`, {
    time: rule.time,
    days: days.join(t('channel:comma')),
    day: rule.dayOfMonth,
  });
  return rule.until ? words + t('campaign:everyWords.until', { day: rule.until }) : words;
}

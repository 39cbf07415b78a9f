import { Tooltip } from 'antd';
import {
  formatCount,
  formatExact,
  formatMoney,
  formatMoneyShort,
  formatRelative,
  formatTime,
  formatTimeExact,
} from '../kit/format/index.ts';
import { useLocale } from '../kit/language/index.ts';
import { useNow } from '../kit/use-now.ts';
import { useZone } from '../kit/zone.ts';

/** A dash for what is not there. */
export function Nothing() {
  return <span style={{ color: 'var(--ink3)' }}>—</span>;
}

/** A count in 万/亿 or K/M with every digit on hover. */
export function CountText({ value }: { readonly value: number | null | undefined }) {
  const locale = useLocale();
  if (value === null || value === undefined) return <Nothing />;
  const short = formatCount(value, locale);
  const exact = formatExact(value, locale);
  return short === exact ? short : <Tooltip title={exact}>{short}</Tooltip>;
}

export interface MoneyTextProps {
  /** Integer minor units. */
  readonly minor: number | null | undefined;
  readonly currency: string;
  /** Three significant digits, for boards. */
  readonly short?: boolean;
}

/** Money of integer minor units; every digit on hover when shortened. */
export function MoneyText({ minor, currency, short = false }: MoneyTextProps) {
  const locale = useLocale();
  if (minor === null || minor === undefined) return <Nothing />;
  const exact = formatMoney(minor, currency, locale);
  if (!short) return exact;
  const shortened = formatMoneyShort(minor, currency, locale);
  return shortened === exact ? exact : <Tooltip title={exact}>{shortened}</Tooltip>;
}

export interface TimeTextProps {
  /** ISO 8601. */
  readonly at: string | null | undefined;
  /** `relative`: "3 minutes ago", exact on hover. `exact`: date and minute. */
  readonly as?: 'relative' | 'exact';
}

/** A moment in the organisation's zone. */
export function TimeText({ at, as = 'relative' }: TimeTextProps) {
  const locale = useLocale();
  const zone = useZone();
  const now = useNow();
  if (at === null || at === undefined) return <Nothing />;
  const time = new Date(at);
  const text =
    as === 'relative' ? formatRelative(time, now, locale, zone) : formatTime(time, locale, zone);
  return (
    <Tooltip title={formatTimeExact(time, locale, zone)}>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {text}
      </time>
    </Tooltip>
  );
}

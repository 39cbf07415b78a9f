import type { MetricCode, MetricDefinition } from '@siyu/contract/insight';
import { metrics } from '@siyu/contract/insight';
import { formatShare } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { CountText, MoneyText, Nothing } from '../../ui/text.tsx';

/** A metric's entry in the dictionary. */
export const definitionOf = (code: MetricCode): MetricDefinition => ({ code, ...metrics[code] });

export interface MetricNumberProps {
  readonly code: MetricCode;
  readonly value: number | null | undefined;
  readonly currency: string;
}

/** A metric's value in its unit. */
export function MetricNumber({ code, value, currency }: MetricNumberProps) {
  const locale = useLocale();
  if (value === null || value === undefined) return <Nothing />;
  const { unit } = metrics[code];
  if (unit === 'money') return <MoneyText minor={value} currency={currency} short />;
  if (unit === 'share') return formatShare(value, locale);
  return <CountText value={value} />;
}

/** How a metric moved: relative, for shares in percentage points. Null where there is nothing to compare with. */
export function changeOf(
  code: MetricCode,
  value: number | null,
  previous: number | null,
): { readonly amount: number; readonly points: boolean } | null {
  if (value === null || previous === null) return null;
  if (metrics[code].unit === 'share') return { amount: (value - previous) / 100, points: true };
  return previous === 0 ? null : { amount: (value - previous) / Math.abs(previous), points: false };
}

import type { DocumentRules } from '@siyu/contract/collect';

export type DocumentKind = 'order' | 'refund' | 'adjustment';

/** What a document of an order file is, by its number and its lines: the first rule that fits; otherwise an order. */
export function documentKindOf(
  number: string,
  lines: readonly { readonly quantity: number }[],
  rules: DocumentRules | undefined,
): DocumentKind {
  const starts = (prefix: string) => number.startsWith(prefix);
  if (rules?.adjustmentPrefixes?.some(starts)) return 'adjustment';
  if (rules?.refundPrefixes?.some(starts)) return 'refund';
  const isAllNegative = lines.length > 0 && lines.every(({ quantity }) => quantity < 0);
  return rules?.negativeIsRefund && isAllNegative ? 'refund' : 'order';
}

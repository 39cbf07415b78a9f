import type { TagDefinition, TagValue } from './tag-definition.ts';

/** The eight classic groups: recency, frequency and money high or low, in this order. */
export const rfmGroups = [
  { value: 'champions', zh: '重要价值客户', en: 'Champions', high: 'RFM' },
  { value: 'potential', zh: '重要发展客户', en: 'Important to develop', high: 'RM' },
  { value: 'retain', zh: '重要保持客户', en: 'Important to keep', high: 'FM' },
  { value: 'win_back', zh: '重要挽留客户', en: 'Important to win back', high: 'M' },
  { value: 'general_value', zh: '一般价值客户', en: 'Ordinary, active', high: 'RF' },
  { value: 'general_potential', zh: '一般发展客户', en: 'Ordinary, recent', high: 'R' },
  { value: 'general_retain', zh: '一般保持客户', en: 'Ordinary, frequent', high: 'F' },
  { value: 'general_win_back', zh: '一般挽留客户', en: 'Ordinary, fading', high: '' },
] as const;

/** Stages of the life cycle in their order. */
export const lifecycleStages = [
  { value: 'introduction', zh: '导入期', en: 'Introduction' },
  { value: 'growth', zh: '成长期', en: 'Growth' },
  { value: 'maturity', zh: '成熟期', en: 'Maturity' },
  { value: 'dormancy', zh: '休眠期', en: 'Dormancy' },
  { value: 'loss', zh: '流失期', en: 'Lost' },
] as const;

const scores = (['R', 'F', 'M'] as const).flatMap((letter) =>
  [5, 4, 3, 2, 1].map((score) => ({
    value: `${letter}${score}`,
    zh: `${letter} ${score} 分`,
    en: `${letter} score ${score}`,
  })),
);

/**
 * The values that a tag may have, in the order of its definition; null when they come from the data (favourite).
 * An RFM tag gives a person four values: the group and the scores R1–R5, F1–F5, M1–M5.
 */
export function valuesOf(definition: TagDefinition): readonly TagValue[] | null {
  const plain = (list: readonly TagValue[]) => list.map(({ value, zh, en }) => ({ value, zh, en }));
  switch (definition.kind) {
    case 'manual':
    case 'rule':
      return plain(definition.values);
    case 'statistical':
      return plain(definition.bands);
    case 'rfm':
      return [...plain(rfmGroups), ...scores];
    case 'lifecycle':
      return plain(lifecycleStages);
    case 'favourite':
      return null;
  }
}

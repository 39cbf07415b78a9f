import type { TagDefinition } from '@siyu/contract/profile';
import type { BothLanguages } from '@siyu/contract/segment';
import { type Dictionary, sentenceOf, windowSentence } from '../segment/index.ts';

const measures = {
  count: { zh: '次数', en: 'number' },
  sum: { zh: '合计', en: 'sum' },
  avg: { zh: '平均值', en: 'average' },
  min: { zh: '最小值', en: 'lowest' },
  max: { zh: '最大值', en: 'highest' },
  distinct: { zh: '不同取值数', en: 'different values' },
  first: { zh: '首次距今天数', en: 'days since the first' },
  last: { zh: '末次距今天数', en: 'days since the last' },
} as const;
const picks = {
  commonest: { zh: '最常见的', en: 'the commonest' },
  first: { zh: '首次的', en: 'the first' },
  last: { zh: '最近一次的', en: 'the last' },
} as const;

/** What a tag says, in both languages. */
export function tagSentence(definition: TagDefinition, names: Dictionary): BothLanguages {
  switch (definition.kind) {
    case 'manual':
      return { zh: '手工打标', en: 'Given by hand' };
    case 'rule': {
      const said = definition.values.map(({ zh, en, rule }) => {
        const sentence = sentenceOf(rule, names);
        return { zh: `${zh}：${sentence.zh}`, en: `${en}: ${sentence.en}` };
      });
      return {
        zh: said.map(({ zh }) => zh).join('；'),
        en: said.map(({ en }) => en).join('; '),
      };
    }
    case 'statistical': {
      const { measure } = definition;
      const property =
        'property' in measure ? names.property(measure.property) : { zh: '', en: '' };
      const window = windowSentence(definition.window);
      const events = eventWords(definition.events, names);
      const of = measures[measure.of];
      const on = property.en === '' ? '' : `${property.en} of `;
      return {
        zh: `${window.zh}${events.zh}的${property.zh}${of.zh}分档`,
        en: `Bands of the ${of.en}: ${on}${events.en} ${window.en}`,
      };
    }
    case 'favourite': {
      const window = windowSentence(definition.window);
      const events = eventWords(definition.events, names);
      const property = names.property(definition.property);
      const pick = picks[definition.pick];
      return {
        zh: `${window.zh}${events.zh}${pick.zh}${property.zh}`,
        en: `${pick.en} ${property.en} of ${events.en} ${window.en}`,
      };
    }
    case 'rfm': {
      const window = windowSentence(definition.window);
      const { by } = definition.scoring;
      return {
        zh: `${window.zh}订单的最近一次、频次、金额，按${by === 'quintile' ? '五等分' : '固定档位'}打分，${definition.highFrom} 分起为高`,
        en: `Recency, frequency and money of orders ${window.en}, scored by ${by === 'quintile' ? 'fifths' : 'fixed limits'}, high from ${definition.highFrom}`,
      };
    }
    case 'lifecycle': {
      const { growthOrders, matureOrders, dormantDays, lostDays } = definition;
      return {
        zh: `${growthOrders} 单起为成长，${matureOrders} 单起为成熟，${dormantDays} 天未下单为休眠，${lostDays} 天为流失`,
        en: `Growth from ${growthOrders} orders, maturity from ${matureOrders}; dormant after ${dormantDays} days without an order, lost after ${lostDays}`,
      };
    }
  }
}

function eventWords(events: readonly string[], names: Dictionary): BothLanguages {
  const words = events.map((event) => names.event(event));
  return {
    zh: words.map(({ zh }) => `“${zh}”`).join('、'),
    en: words.map(({ en }) => `“${en}”`).join(', '),
  };
}

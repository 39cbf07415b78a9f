import type { CalendarUnit } from '@siyu/contract/segment';
import type { Phrasebook } from './phrasebook.ts';

const thisUnit: Readonly<Record<CalendarUnit, string>> = {
  day: '今天',
  week: '本周',
  month: '本月',
  quarter: '本季度',
  year: '今年',
};
const previousUnit: Readonly<Record<CalendarUnit, string>> = {
  day: '昨天',
  week: '上周',
  month: '上月',
  quarter: '上季度',
  year: '去年',
};
const tests = {
  eq: '是',
  ne: '不是',
  gt: '大于',
  gte: '不少于',
  lt: '小于',
  lte: '不超过',
  in: '属于',
  not_in: '不属于',
  contains: '包含',
  starts: '开头是',
  exists: '有值',
  absent: '没有值',
  has_any: '含有任一',
  has_all: '同时含有',
  has_none: '不含',
  between: '介于',
} as const;

export const chinese: Phrasebook = {
  language: 'zh',
  everybody: '全部用户',
  known: '已识别用户（非匿名访客）',
  and: (parts) => parts.join('，且'),
  or: (parts) => parts.join('，或'),
  not: (part) => `不满足（${part}）`,
  bracket: (part) => `（${part}）`,
  quote: (text) => `“${text}”`,
  list: (items) => items.join('、'),
  truth: (value) => (value ? '是' : '否'),
  hasTag: (tag, values) => (values === null ? `有标签${tag}` : `标签${tag}是${values}`),
  inSegment: (name) => `在人群包${name}中`,
  underOrg: (name) => `属于${name}及其下级`,
  hasIdentifier: (name) => `有${name}`,
  consent: (purpose, channel, org) =>
    `已同意${org === null ? '' : `${org}`}通过${channel}用于${purpose}`,
  compare: (name, op, value, other) =>
    op === 'between'
      ? `${name}介于 ${value} 和 ${other} 之间`
      : op === 'exists' || op === 'absent'
        ? `${name}${tests[op]}`
        : `${name}${tests[op]} ${value}`,
  within: (name, window, isInside) => `${name}${isInside ? '在' : '不在'}${window}`,
  anniversary: (name, from, to) =>
    from === 0 && to === 0 ? `${name}是今天` : `${name}在${dayOffset(from)}到${dayOffset(to)}之间`,
  window: (window) => {
    switch (window.kind) {
      case 'ever':
        return '历史上';
      case 'last':
        return window.days === 1 ? '今天' : `最近 ${window.days} 天`;
      case 'next':
        return window.days === 1 ? '今天' : `未来 ${window.days} 天（含今天）`;
      case 'last_hours':
        return `最近 ${window.hours} 小时`;
      case 'between':
        return `${window.from} 至 ${window.to}`;
      case 'this':
        return thisUnit[window.unit];
      case 'previous':
        return previousUnit[window.unit];
      case 'ago':
        return window.most === undefined
          ? `${window.least} 天前或更早`
          : window.most === window.least
            ? `${window.least} 天前当天`
            : `${window.most} 天前至 ${window.least} 天前`;
    }
  },
  events: (names, filters) => (filters.length === 0 ? names : `${names}（${filters.join('，')}）`),
  measured: ({ events, window, measure, property, test }) => {
    switch (measure) {
      case 'count':
        return `${window}${events}的次数${test}`;
      case 'first':
        return `${window}首次${events}的时间${test}`;
      case 'last':
        return `${window}末次${events}的时间${test}`;
      default: {
        const of = {
          sum: '合计',
          avg: '平均值',
          min: '最小值',
          max: '最大值',
          distinct: '不同取值数',
        }[measure];
        return `${window}${events}的${property}${of}${test}`;
      }
    }
  },
  presence: (events, window, isPresent) => `${window}${isPresent ? '有过' : '没有'}${events}`,
};

function dayOffset(days: number): string {
  if (days === 0) return '今天';
  return days > 0 ? ` ${days} 天后` : ` ${-days} 天前`;
}

import type { Phrasebook } from './phrasebook.ts';

const tests = {
  eq: 'is',
  ne: 'is not',
  gt: 'is more than',
  gte: 'is at least',
  lt: 'is less than',
  lte: 'is at most',
  in: 'is one of',
  not_in: 'is none of',
  contains: 'contains',
  starts: 'starts with',
  exists: 'has a value',
  absent: 'has no value',
  has_any: 'has any of',
  has_all: 'has all of',
  has_none: 'has none of',
  between: 'is between',
} as const;
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

export const english: Phrasebook = {
  language: 'en',
  everybody: 'everybody',
  known: 'known people (not anonymous visitors)',
  and: (parts) => parts.join(' and '),
  or: (parts) => parts.join(' or '),
  not: (part) => `not (${part})`,
  bracket: (part) => `(${part})`,
  quote: (text) => `“${text}”`,
  list: (items) => items.join(', '),
  truth: (value) => (value ? 'yes' : 'no'),
  hasTag: (tag, values) => (values === null ? `has the tag ${tag}` : `the tag ${tag} is ${values}`),
  inSegment: (name) => `is in the segment ${name}`,
  underOrg: (name) => `belongs to ${name} or below`,
  hasIdentifier: (name) => `has a ${name}`,
  consent: (purpose, channel, org) =>
    `has agreed to ${purpose} by ${channel}${org === null ? '' : ` for ${org}`}`,
  compare: (name, op, value, other) =>
    op === 'between'
      ? `${name} is between ${value} and ${other}`
      : op === 'exists' || op === 'absent'
        ? `${name} ${tests[op]}`
        : `${name} ${tests[op]} ${value}`,
  within: (name, window, isInside) => `${name} is ${isInside ? '' : 'not '}${window}`,
  anniversary: (name, from, to) =>
    from === 0 && to === 0
      ? `${name} is today`
      : `${name} falls between ${dayOffset(from)} and ${dayOffset(to)}`,
  window: (window) => {
    switch (window.kind) {
      case 'ever':
        return 'ever';
      case 'last':
        return window.days === 1 ? 'today' : `in the last ${days(window.days)}`;
      case 'next':
        return window.days === 1 ? 'today' : `in the next ${days(window.days)} (today included)`;
      case 'last_hours':
        return `in the last ${window.hours} hours`;
      case 'between':
        return `from ${window.from} to ${window.to}`;
      case 'this':
        return window.unit === 'day' ? 'today' : `this ${window.unit}`;
      case 'previous':
        return window.unit === 'day' ? 'yesterday' : `last ${window.unit}`;
      case 'ago':
        return window.most === undefined
          ? `${days(window.least)} ago or earlier`
          : window.most === window.least
            ? `exactly ${days(window.least)} ago`
            : `between ${window.most} and ${window.least} days ago`;
    }
  },
  events: (names, filters) => (filters.length === 0 ? names : `${names} [${filters.join(', ')}]`),
  measured: ({ events, window, measure, property, test }) => {
    switch (measure) {
      case 'count':
        return `the number of ${events} ${window}${test}`;
      case 'first':
        return `the first ${events} ${window}${test}`;
      case 'last':
        return `the last ${events} ${window}${test}`;
      default: {
        const of = {
          sum: 'the sum of',
          avg: 'the average of',
          min: 'the lowest',
          max: 'the highest',
          distinct: 'the number of different',
        }[measure];
        return `${of} ${property} of ${events} ${window}${test}`;
      }
    }
  },
  presence: (events, window, isPresent) => `did ${isPresent ? '' : 'not '}${events} ${window}`,
};

function dayOffset(count: number): string {
  if (count === 0) return 'today';
  return count > 0 ? `${days(count)} from now` : `${days(-count)} ago`;
}

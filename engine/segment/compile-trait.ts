import type { TraitTest } from '@siyu/contract/segment';
import { anniversaryDays, monthDayPattern } from './anniversary.ts';
import { compileValueTest } from './compile-filters.ts';
import type { Moment } from './moment.ts';
import { spanOf } from './span.ts';

type CellTest = (text: string, number: number | null) => boolean;

const monthDay = new RegExp(monthDayPattern);

/** A test on a trait as a function of its cell. */
export function compileTrait(test: TraitTest, moment: Moment): CellTest {
  switch (test.op) {
    case 'exists':
      return (text, number) => text !== '' || number !== null;
    case 'absent':
      return (text, number) => text === '' && number === null;
    case 'has_any':
    case 'has_all':
    case 'has_none': {
      const wanted = [...new Set(test.values)];
      return (text) => {
        if (!text.startsWith('[')) return false;
        const list = new Set(listOf(text));
        const found = wanted.filter((value) => list.has(value)).length;
        if (test.op === 'has_any') return found > 0;
        return test.op === 'has_all' ? found === wanted.length : found === 0;
      };
    }
    case 'within':
    case 'not_within': {
      const { from, before } = spanOf(test.window, moment);
      const wanted = test.op === 'within';
      return (_, number) => number !== null && (number >= from && number < before) === wanted;
    }
    case 'anniversary': {
      const days = new Set(anniversaryDays(test.from, test.to, moment));
      return (text) => monthDay.test(text) && days.has(text.slice(-5));
    }
    default: {
      const holds = compileValueTest(test);
      const compared = 'values' in test ? test.values[0] : 'value' in test ? test.value : 0;
      return typeof compared === 'number'
        ? (_, number) => number !== null && holds(number)
        : (text) => text !== '' && holds(text);
    }
  }
}

function listOf(json: string): readonly string[] {
  try {
    return JSON.parse(json);
  } catch {
    return [];
  }
}

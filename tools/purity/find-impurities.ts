import { isTesting } from '../boundaries/places.ts';
import { sourceFiles } from '../boundaries/source-files.ts';
import { visitFile } from '../syntax.ts';

const IMPURE_CALL = /^(Date\.now|Math\.random|DateTime\.(now|local|utc)|performance\.now)$/;

/**
 * Where pure code looks at a clock or throws dice, one sentence each. Types keep I/O out (`types: []`), but `Date.now` and
 * `Math.random` belong to the language itself.
 */
export function findImpurities(root: string): string[] {
  const files = sourceFiles(root).filter(
    (file) => /^(contract|engine|simulator)\//.test(file) && !isTesting(file),
  );
  return files.flatMap((file) => {
    const found: string[] = [];
    visitFile(root, file, (lineOf) => {
      const tell = (what: string, start: number) =>
        found.push(
          `${file}:${lineOf(start)} calls ${what}. Take the time or the randomness as an argument.`,
        );
      return {
        CallExpression({ callee, arguments: args, start }) {
          if (callee.type !== 'MemberExpression') return;
          const { object, property } = callee;
          if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
          const name = `${object.name}.${property.name}`;
          const isGivenTime = /local|utc/.test(name) && args.length > 0;
          if (IMPURE_CALL.test(name) && !isGivenTime) tell(`${name}()`, start);
        },
        NewExpression({ callee, arguments: args, start }) {
          const isNow = callee.type === 'Identifier' && callee.name === 'Date' && args.length === 0;
          if (isNow) tell('new Date()', start);
        },
      };
    });
    return found;
  });
}

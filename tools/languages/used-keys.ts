import { globSync } from 'node:fs';
import { visitFile } from '../syntax.ts';

/** i18next's default namespace, which console/kit/language sets too. */
const DEFAULT_NAMESPACE = 'app';

/** A literal `t('…')` of the console, with every full key it may stand for: one for each namespace its file uses. */
export type UsedKey = { file: string; line: number; key: string; candidates: string[] };

/** Keys built at run time cannot be checked and are left out. */
export function readUsedKeys(root: string): UsedKey[] {
  const files = globSync('console/**/*.{ts,tsx}', {
    cwd: root,
    exclude: ['**/{node_modules,dist}', '**/*.test.{ts,tsx}'],
  });
  return files.flatMap((file) => {
    const calls: { name: string; literal: string; line: number }[] = [];
    visitFile(root, file, (lineOf) => ({
      CallExpression({ callee, arguments: [first], start }) {
        if (first?.type !== 'Literal' || typeof first.value !== 'string') return;
        if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') return;
        const name = callee.type === 'Identifier' ? callee : callee.property;
        if (name.type === 'Identifier')
          calls.push({ name: name.name, literal: first.value, line: lineOf(start) });
      },
    }));
    const namespaces = [
      ...calls.filter(({ name }) => name === 'useTranslation').map(({ literal }) => literal),
      DEFAULT_NAMESPACE,
    ];
    return calls
      .filter(({ name }) => name === 't')
      .map(({ literal: key, line }) => ({
        file,
        line,
        key,
        candidates: key.includes(':') ? [key] : namespaces.map((space) => `${space}:${key}`),
      }));
  });
}

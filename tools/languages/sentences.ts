import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export const LANGUAGES = ['zh-CN', 'en-US'] as const;
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Key (`namespace:path.to.key`, without plural ending) → its sentences, one for each plural form. */
export type Sentences = Map<string, string[]>;

/** The sentences of one language under console/i18n; a file is a namespace. */
export function readSentences(root: string, language: string): Sentences {
  const sentences: Sentences = new Map();
  for (const file of globSync(`console/i18n/${language}/*.json`, { cwd: root })) {
    const tree: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
    for (const [path, sentence] of leaves(tree, [])) {
      const key = `${basename(file, '.json')}:${path.join('.').replace(PLURAL, '')}`;
      sentences.set(key, [...(sentences.get(key) ?? []), sentence]);
    }
  }
  return sentences;
}

function leaves(tree: unknown, path: string[]): [string[], string][] {
  if (typeof tree !== 'object' || tree === null) return [[path, String(tree)]];
  return Object.entries(tree).flatMap(([name, branch]) => leaves(branch, [...path, name]));
}

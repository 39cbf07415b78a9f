import { LANGUAGES, readSentences, type Sentences } from './sentences.ts';
import { readUsedKeys } from './used-keys.ts';

/**
 * What keeps the console from being complete in every language, one sentence each: a key that one language lacks, an empty
 * sentence, placeholders that differ between languages, a key in use that is nowhere.
 */
export function findLanguageGaps(root: string): string[] {
  const languages = LANGUAGES.map((name) => ({ name, sentences: readSentences(root, name) }));
  const keys = new Set(languages.flatMap(({ sentences }) => [...sentences.keys()]));
  return [...[...keys].flatMap((key) => gapsOf(key, languages)), ...unknownKeys(root, keys)];
}

type Language = { name: string; sentences: Sentences };

function gapsOf(key: string, languages: readonly Language[]): string[] {
  const [namespace, path] = key.split(':');
  const place = (name: string) => `console/i18n/${name}/${namespace}.json`;
  const gaps = languages.flatMap(({ name, sentences }) => {
    const forms = sentences.get(key);
    if (!forms) return [`${place(name)} lacks ${path}. Translate it from the other language.`];
    return forms.some((form) => form.trim() === '') ? [`${place(name)} leaves ${path} empty.`] : [];
  });
  const placeholders = languages.map(({ sentences }) => placeholdersOf(sentences.get(key) ?? []));
  const differ = new Set(placeholders).size > 1 && gaps.length === 0;
  if (differ)
    gaps.push(`${key} has other placeholders in each language: ${placeholders.join(' / ')}.`);
  return gaps;
}

/** A plural form may leave out `{{count}}` ("one person"), so it does not count. */
function placeholdersOf(forms: readonly string[]): string {
  const names = forms.flatMap((form) =>
    [...form.matchAll(/\{\{-?\s*(\w+)/g)].map(([, name]) => name),
  );
  return (
    [...new Set(names)]
      .filter((name) => name !== 'count')
      .sort()
      .join(', ') || 'none'
  );
}

function unknownKeys(root: string, keys: ReadonlySet<string>): string[] {
  return readUsedKeys(root)
    .filter(({ candidates }) => !candidates.some((candidate) => keys.has(candidate)))
    .map(
      ({ file, line, key }) =>
        `${file}:${line} says t('${key}'), which no language has. Add it to console/i18n in both.`,
    );
}

import type { ErrorEntry, ErrorRegistry, Problem } from '@siyu/contract/kit';
import type { Locale } from '@siyu/contract/org';
import type { SiyuError } from './problem.ts';

/** Every error the server may answer with, by code: the modules' registries put together. */
export type Catalogue = ReadonlyMap<string, ErrorEntry>;

/** Puts registries together; a code that two of them claim is a mistake of ours and throws. */
export function catalogueOf(registries: readonly ErrorRegistry[]): Catalogue {
  const catalogue = new Map<string, ErrorEntry>();
  for (const [code, entry] of registries.flatMap((registry) => Object.entries(registry))) {
    if (catalogue.has(code)) throw new Error(`The error ${code} is declared twice`);
    catalogue.set(code, entry);
  }
  return catalogue;
}

/** A parameter whose text depends on the reader's language. */
interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * The error as its reader sees it: sentences in their language, `{name}` filled from the parameters.
 * A code that no registry knows becomes `platform.internal`.
 */
export function problemOf(
  catalogue: Catalogue,
  error: SiyuError,
  locale: Locale,
  requestId: string,
): Problem {
  const known = catalogue.get(error.code);
  const code = known ? error.code : 'platform.internal';
  const entry = known ?? catalogue.get(code);
  if (!entry) throw new Error(`The error ${code} is in no registry`);
  const given = known ? error.params : {};
  const params = inLanguage(
    { ...given, ...(entry.status >= 500 ? { request: requestId } : {}) },
    locale,
  );
  const [title, mend] = locale === 'zh-CN' ? [entry.zh, entry.mendZh] : [entry.en, entry.mendEn];
  return {
    type: `/docs/errors#${code}`,
    code,
    status: entry.status,
    title: fill(title, params),
    mend: fill(mend, params),
    retryable: entry.retryable,
    params,
  };
}

function inLanguage(
  params: Readonly<Record<string, unknown>>,
  locale: Locale,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      isBilingual(value) ? (locale === 'zh-CN' ? value.zh : value.en) : value,
    ]),
  );
}

function isBilingual(value: unknown): value is Bilingual {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

/** A sentence whose parameter is missing keeps the name in braces: visible, and never a failure on top of a failure. */
function fill(sentence: string, params: Readonly<Record<string, unknown>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    params[name] === undefined ? whole : String(params[name]),
  );
}

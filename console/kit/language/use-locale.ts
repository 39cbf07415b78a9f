import { useTranslation } from 'react-i18next';
import type { Locale } from './language.ts';

/** The language in force. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'en-US' ? 'en-US' : 'zh-CN';
}

/** Anything the server or a contract named in both languages. */
export type Named =
  | { readonly nameZh: string; readonly nameEn: string }
  | { readonly zh: string; readonly en: string };

/** Picks the name in the language in force, the other one where it is empty. */
export function useNameOf(): (named: Named) => string {
  const locale = useLocale();
  return (named) => {
    const [zh, en] = 'zh' in named ? [named.zh, named.en] : [named.nameZh, named.nameEn];
    return locale === 'zh-CN' ? zh || en : en || zh;
  };
}

import { useTranslation } from 'react-i18next';
import type { Locale } from './language.ts';

/** The language in force. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'en-US' ? 'en-US' : 'zh-CN';
}

/** Anything the server named in both languages. */
export interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Picks the name in the language in force, the other one where it is empty. */
export function useNameOf(): (named: Named) => string {
  const locale = useLocale();
  return ({ nameZh, nameEn }) => (locale === 'zh-CN' ? nameZh || nameEn : nameEn || nameZh);
}

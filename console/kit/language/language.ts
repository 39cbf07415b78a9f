import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const locales = ['zh-CN', 'en-US'] as const;
export type Locale = (typeof locales)[number];

const storageKey = 'siyu.locale';

/** Every sentence of one language in one chunk: namespace = the file's name. */
const sentences: Readonly<Record<Locale, () => Promise<{ readonly sentences: Sentences }>>> = {
  'zh-CN': () => import('../../i18n/zh-cn.ts'),
  'en-US': () => import('../../i18n/en-us.ts'),
};
type Sentences = Readonly<Record<string, object>>;

/** The language chosen in this browser; Chinese until somebody chooses. */
export function rememberedLocale(): Locale {
  const asked = new URLSearchParams(window.location.search).get('lang');
  const value = asked ?? localStorage.getItem(storageKey);
  return locales.find((locale) => locale === value) ?? 'zh-CN';
}

/** Loads a language and speaks it from then on. */
export async function speak(locale: Locale): Promise<void> {
  const { sentences: loaded } = await sentences[locale]();
  if (i18next.isInitialized) {
    for (const [name, tree] of Object.entries(loaded)) {
      i18next.addResourceBundle(locale, name, tree, true, true);
    }
    await i18next.changeLanguage(locale);
  } else {
    await i18next.use(initReactI18next).init({
      lng: locale,
      resources: { [locale]: loaded },
      defaultNS: 'app',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  }
  localStorage.setItem(storageKey, locale);
  document.documentElement.lang = locale;
}

export { type Locale, locales, rememberedLocale, speak } from './language.ts';
export { type Named, useLocale, useNameOf } from './use-locale.ts';

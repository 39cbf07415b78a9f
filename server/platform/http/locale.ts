import type { Locale } from '@siyu/contract/org';

/** The first language of an Accept-Language header that we speak; Chinese when it names none. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  for (const part of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const language = part.trim();
    if (language.startsWith('zh')) return 'zh-CN';
    if (language.startsWith('en')) return 'en-US';
  }
  return 'zh-CN';
}

import { useTranslation } from 'react-i18next';

/** What a person is called: the masked name or identifier, or that nobody knows a name yet. */
export function usePersonTitle(): (title: string) => string {
  const { t } = useTranslation();
  return (title) => (title.startsWith('per_') ? t('people:nameless') : title);
}

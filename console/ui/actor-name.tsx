import { useTranslation } from 'react-i18next';

/** Who did something: a person's or a key's name, or the house itself. */
export function ActorName({ name }: { readonly name: string | null }) {
  const { t } = useTranslation();
  return name === 'system' ? t('app:system') : name;
}

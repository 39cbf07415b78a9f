import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from './use-navigation.ts';

/** Something that ⌘K found. */
export interface PaletteHit {
  readonly key: string;
  readonly group: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly detail?: string;
  readonly to: string;
}

/** Screens whose name, group or address holds the words typed. */
export function usePaletteHits(typed: string): readonly PaletteHit[] {
  const { t } = useTranslation();
  const words = typed.trim().toLowerCase();
  return useNavigation().flatMap((group) => {
    const groupName = group.name === null ? '' : t(`app:navGroup.${group.name}`);
    return group.items
      .map((item) => ({
        key: item.to,
        group: t('app:palette.screens'),
        icon: item.icon,
        label: t(`app:nav.${item.name}`),
        detail: groupName,
        to: item.to,
      }))
      .filter(({ label, detail, to }) => `${label} ${detail} ${to}`.toLowerCase().includes(words));
  });
}

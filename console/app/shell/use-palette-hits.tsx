import { TeamOutlined, UserOutlined } from '@ant-design/icons';
import { personRoutes } from '@siyu/contract/profile';
import { listSegments } from '@siyu/contract/segment';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { formatCount } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useDebounced } from '../../kit/use-debounced.ts';
import { usePersonTitle } from '../../kit/use-person-title.ts';
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

/** Screens by name, people by any identifier, segments by name. */
export function usePaletteHits(typed: string): readonly PaletteHit[] {
  const words = typed.trim();
  const asked = useDebounced(words, 250);
  const screens = useScreens(words.toLowerCase());
  const people = usePeople(asked);
  const segments = useSegments(asked);
  return [...screens, ...people, ...segments];
}

function useScreens(words: string): readonly PaletteHit[] {
  const { t } = useTranslation();
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

function usePeople(search: string): readonly PaletteHit[] {
  const { t } = useTranslation();
  const titleOf = usePersonTitle();
  const may = useMay();
  const { data } = useQuery({
    ...readOf(personRoutes.listPeople, { query: { search, limit: 6, kind: 'all' } }),
    enabled: search.length >= 2 && may('people.read'),
  });
  return (data?.items ?? []).slice(0, 6).map((person) => ({
    key: person.person,
    group: t('app:palette.people'),
    icon: <UserOutlined />,
    label: titleOf(person.title),
    detail: [person.phone, person.city].filter(Boolean).join(' · '),
    to: `/people/${person.person}`,
  }));
}

function useSegments(search: string): readonly PaletteHit[] {
  const { t } = useTranslation();
  const locale = useLocale();
  const may = useMay();
  const { data } = useQuery({
    ...readOf(listSegments, { query: { search, limit: 6, state: 'active' } }),
    enabled: search !== '' && may('segments.read'),
  });
  return (data?.items ?? []).slice(0, 6).map((segment) => ({
    key: segment.segment,
    group: t('app:palette.segments'),
    icon: <TeamOutlined />,
    label: segment.name,
    ...(segment.count ? { detail: formatCount(segment.count.known, locale) } : {}),
    to: `/segments/${segment.segment}`,
  }));
}

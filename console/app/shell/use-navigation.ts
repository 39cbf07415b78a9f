import { useMay } from '../../kit/session/index.ts';
import { type NavGroup, navigation } from './navigation.tsx';

/** The part of the navigation that the user's role may see. */
export function useNavigation(): readonly NavGroup[] {
  const may = useMay();
  return navigation
    .map(({ name, items }) => ({
      name,
      items: items.filter(({ permission }) => permission === null || may(permission)),
    }))
    .filter(({ items }) => items.length > 0);
}

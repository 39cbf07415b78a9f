import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 767px)');

/** Whether the screen is a phone's: tables become cards, navigation moves to the bottom. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed);
      return () => narrow.removeEventListener('change', changed);
    },
    () => narrow.matches,
  );
}

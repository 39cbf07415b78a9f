import { useNavigate, useSearch } from '@tanstack/react-router';

export type Filters = Readonly<Record<string, string | undefined>>;

/**
 * A screen's filters, kept in the URL so that a view can be shared and the back button works.
 * Setting a filter to undefined or '' removes it.
 */
export function useFilters(): readonly [Filters, (change: Filters) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = Object.fromEntries(
    Object.entries(search).map(([name, value]) => [
      name,
      value === undefined ? undefined : String(value),
    ]),
  );
  const change = (next: Filters) => {
    const merged = Object.entries({ ...filters, ...next });
    const kept = Object.fromEntries(
      merged.filter(([, value]) => value !== undefined && value !== ''),
    );
    void navigate({ to: '.', search: kept, replace: true });
  };
  return [filters, change];
}

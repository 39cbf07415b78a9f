import { useFilters } from '../../kit/use-filters.ts';

/** A question that is being asked, kept in the URL so that it can be shared; what cannot be read starts anew. */
export function useQuestion<Question>(
  start: Question,
): readonly [Question, (next: Question) => void] {
  const [filters, change] = useFilters();
  const set = (next: Question) => change({ q: JSON.stringify(next) });
  return [read(filters.q) ?? start, set];
}

function read<Question>(text: string | undefined): Question | null {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as Question;
  } catch {
    return null;
  }
}

import { createContext, use } from 'react';

/** The organisation's time zone, which decides days; undefined = the browser's own. */
export const ZoneContext = createContext<string | undefined>(undefined);

export function useZone(): string | undefined {
  return use(ZoneContext);
}

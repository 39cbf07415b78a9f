import type { Actor } from './types.ts';

/** A logged-in browser: the session's cookie and the token that its writes must carry. */
export interface BrowserSession {
  readonly actor: Actor;
  readonly csrf: string;
}

/** How the server finds out who calls. The organisation and collect modules know; entries put them together. */
export interface Callers {
  bySession(token: string): Promise<BrowserSession | null>;
  byApiKey(key: string): Promise<Actor | null>;
  byWriteKey(key: string): Promise<Actor | null>;
}

/** Cookie that holds the session's token. */
export const sessionCookie = 'siyu_session';
/** Header that holds the token of GET /api/me on every write of a browser. */
export const csrfHeader = 'x-csrf-token';

/** Who calls a public route. */
export function nobody(locale: Actor['locale']): Actor {
  return {
    kind: 'nobody',
    id: 'nobody',
    role: null,
    scope: { rootId: 0, everything: false, orgIds: [] },
    locale,
  };
}

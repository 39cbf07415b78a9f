import { problem } from '../../platform/http/index.ts';

/** Throws `org.timezone_unknown` unless the name is a zone of the IANA database. */
export function requireTimeZone(timezone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
  } catch (cause) {
    throw problem('org.timezone_unknown', { timezone }, cause);
  }
}

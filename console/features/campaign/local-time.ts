import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const format = 'YYYY-MM-DDTHH:mm';

/** What the clock of a zone shows at an instant; absent zone = the browser's own. */
export const localOf = (instant: string, zone: string | undefined): string =>
  (zone ? dayjs(instant).tz(zone) : dayjs(instant)).format(format);

/** The instant at which the clock of a zone shows this. */
export const instantOf = (local: string, zone: string | undefined): string =>
  (zone ? dayjs.tz(local, zone) : dayjs(local)).toISOString();

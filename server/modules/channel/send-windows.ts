import type { SendPolicy } from '@siyu/contract/channel';
import type { MessageCategory } from '@siyu/contract/content';
import { isZone, type SendWindow, sendWindow } from '@siyu/engine/channel';
import type { Kysely } from 'kysely';
import { rootNode } from '../org/index.ts';

/** Windows by zone, each worked out once: people of a chunk share a handful of zones. */
export interface SendWindows {
  of(zone: string | undefined): SendWindow;
  /** The days of every week that a window may count in. */
  readonly span: { readonly from: string; readonly until: string };
}

/** When messages may leave from `at` on. Service messages leave at any hour. */
export async function sendWindows(
  db: Kysely<unknown>,
  policy: SendPolicy,
  category: MessageCategory,
  at: Date,
): Promise<SendWindows> {
  const orgZone = (await rootNode(db))?.timezone ?? 'UTC';
  const quiet = category === 'marketing' ? policy.quiet : null;
  const known = new Map<string, SendWindow>();
  const of = (stated: string | undefined): SendWindow => {
    const zone = stated ?? orgZone;
    const found = known.get(zone);
    if (found) return found;
    const window = sendWindow(at, { zone: isZone(zone) ? zone : orgZone, orgZone, quiet });
    known.set(zone, window);
    return window;
  };
  // Quiet hours last less than a day, so a window lies in the week of now or of tomorrow.
  const tomorrow = new Date(at.getTime() + 86_400_000);
  const first = sendWindow(at, { zone: orgZone, orgZone, quiet: null });
  const last = sendWindow(tomorrow, { zone: orgZone, orgZone, quiet: null });
  return { of, span: { from: first.weekFrom, until: last.weekUntil } };
}

import type { Moment } from '@siyu/engine/segment';
import type { Platform } from '../../../platform/platform.ts';
import { rootNode } from '../../org/index.ts';

/** Now, in the organisation's zone: what the windows of a rule are counted from. */
export async function ruleMoment(platform: Platform): Promise<Moment> {
  const root = await rootNode(platform.postgres.db<unknown>());
  return { asOf: platform.clock.now().getTime(), zone: root?.timezone ?? 'UTC' };
}

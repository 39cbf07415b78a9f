import { type Pipeline, startPipeline } from '../pipeline/index.ts';
import type { Platform } from '../platform/platform.ts';
import { gauge } from '../platform/telemetry/index.ts';

/** Unread batches may wait this long without the pipeline moving before the server says that it is not ready. */
const stuckMs = 120_000;

/** Starts the pipeline, shows its lag in the metrics, and makes GET /ready fail while it stands still with work waiting. */
export async function watchedPipeline(platform: Platform): Promise<Pipeline> {
  const { telemetry, clock } = platform;
  const pipeline = await startPipeline(platform);
  let [waiting, pending] = [0, 0];
  let moved = { position: -1, at: clock.now().getTime() };
  const look = async () => {
    const lag = await pipeline.lag();
    const now = clock.now().getTime();
    waiting = lag.head - lag.position;
    pending = lag.pendingBlocks;
    if (lag.position !== moved.position || waiting === 0)
      moved = { position: lag.position, at: now };
    return now - moved.at;
  };
  telemetry.readiness.set('pipeline', async () => {
    const still = await look();
    if (still > stuckMs) {
      throw new Error(
        `${waiting} batches wait and none was resolved for ${Math.round(still / 1000)} s`,
      );
    }
  });
  gauge(telemetry, 'siyu_pipeline_waiting_batches', 'Accepted and not yet resolved', () => waiting);
  gauge(telemetry, 'siyu_pipeline_pending_blocks', 'Resolved and not yet inserted', () => pending);
  const timer = setInterval(() => void look().catch(() => undefined), 15_000).unref();
  return {
    ...pipeline,
    close: async () => {
      clearInterval(timer);
      await pipeline.close();
    },
  };
}
